import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ArrowLeftIcon } from './icons'
import { PaintMark } from './marks'

/** The title of a page, its paint mark, what the page is for, and its main acts. */
export function PageHeader({
  title,
  eyebrow,
  lead,
  back,
  actions,
}: {
  title: ReactNode
  /** What kind of page this is, above the title. */
  eyebrow?: ReactNode
  lead?: ReactNode
  back?: { to: string; label: string }
  actions?: ReactNode
}) {
  return (
    <header className="flex flex-col gap-4 pt-6 pb-8 lg:pt-10">
      {back && (
        <p data-screen-only>
          <Link to={back.to} className="inline-flex min-h-11 items-center gap-2 font-semibold">
            <ArrowLeftIcon />
            {back.label}
          </Link>
        </p>
      )}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
        <div className="min-w-0">
          {eyebrow && <p className="mb-2 font-semibold text-muted">{eyebrow}</p>}
          <h1>{title}</h1>
          <PaintMark />
          {lead && <div className="prose-width mt-5 text-lg">{lead}</div>}
        </div>
        {actions && <div className="flex w-full flex-wrap gap-3 lg:w-auto">{actions}</div>}
      </div>
    </header>
  )
}

import type { ReactNode } from 'react'
import { TapeRule } from '~/ui/marks'

/** A part of the page under its tape rule, with a sentence that says what its figures show. */
export function Section({
  id,
  title,
  lead,
  children,
}: {
  id: string
  title: string
  lead?: ReactNode
  children: ReactNode
}) {
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-6">
      <div className="flex flex-col gap-3">
        <TapeRule />
        <h2 id={id} className="mt-3">
          {title}
        </h2>
        {lead && <p className="prose-width">{lead}</p>}
      </div>
      {children}
    </section>
  )
}

import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '~/core/paths'
import { field } from '~/messages/field'
import { useT } from '~/ui/i18n'
import { ArrowLeftIcon } from '~/ui/icons'

/** The title of a screen on site, and the way back. */
export function ScreenHeader({
  title,
  lead,
  back = paths.field(),
}: {
  title: string
  lead?: ReactNode
  back?: string
}) {
  const t = useT(field)
  return (
    <header className="flex flex-col gap-2">
      <Link to={back} className="inline-flex min-h-11 items-center gap-2 self-start font-semibold">
        <ArrowLeftIcon />
        {t('frame.back')}
      </Link>
      <h1>{title}</h1>
      {lead && <p className="text-muted">{lead}</p>}
    </header>
  )
}

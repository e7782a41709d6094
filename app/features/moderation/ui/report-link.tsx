import { Link } from '@remix-run/react'
import type { ReportedKind } from '~/core/moderation-terms'
import { paths } from '~/core/paths'
import { moderation } from '~/messages/moderation'
import { useT } from '~/ui/i18n'

/** The way to report what stands on a page; `about` names it where several stand there. */
export function ReportLink({ kind, id, about }: { kind: ReportedKind; id: string; about?: string }) {
  const t = useT(moderation)
  return (
    <p data-screen-only>
      <Link
        to={paths.report(kind, id)}
        className="inline-flex min-h-11 items-center"
        aria-label={about && t('report.linkOf', { about })}
      >
        {t('report.link')}
      </Link>
    </p>
  )
}

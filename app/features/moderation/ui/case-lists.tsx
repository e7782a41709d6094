import { moderation } from '~/messages/moderation'
import { Badge } from '~/ui/badge'
import { CsvLink } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import type { DecisionEntry, ReportEntry } from '../model/case'

/** What was reported of something, as people wrote it. */
export function ReportList({ reports }: { reports: readonly ReportEntry[] }) {
  const t = useT(moderation)
  const format = useFormat()
  return (
    <section aria-labelledby="reports-title" className="flex max-w-3xl flex-col gap-4">
      <h2 id="reports-title">{t('case.reports')}</h2>
      {reports.length === 0 && <p>{t('case.noReports')}</p>}
      <ul className="flex flex-col gap-4">
        {reports.map(({ id, reason, text, photoId, hasAccount, createdAtMs, isOpen }) => (
          <li key={id} className={`flex flex-col gap-1 border-l-4 pl-3 ${isOpen ? 'border-mark' : ''}`}>
            <strong>{t(`reason.${reason}`)}</strong>
            <p className="prose-width break-words whitespace-pre-line">{text}</p>
            <p className="text-sm text-muted">
              {format.instant(createdAtMs)}, {t(hasAccount ? 'case.withAccount' : 'case.withoutAccount')}
              {photoId && `, ${t('case.aboutPhoto')}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was decided of something, and what became of appeals. */
export function DecisionList({
  decisions,
  csvHref,
}: {
  decisions: readonly DecisionEntry[]
  csvHref: string
}) {
  const t = useT(moderation)
  const format = useFormat()
  return (
    <section aria-labelledby="history-title" className="flex max-w-3xl flex-col gap-4">
      <h2 id="history-title">{t('case.history')}</h2>
      {decisions.length === 0 && <p>{t('case.noHistory')}</p>}
      <ol className="flex flex-col gap-6">
        {decisions.map((decision) => (
          <li key={decision.id} className="flex flex-col gap-2">
            <p className="flex flex-wrap items-center gap-2">
              <Badge>{t(`act.${decision.act}`)}</Badge>
              {t(`reason.${decision.ground}`)}
            </p>
            <p className="text-sm text-muted">
              {format.instant(decision.decidedAtMs)}, {t('case.by', { name: decision.decidedByName ?? '–' })}
            </p>
            <p className="prose-width break-words whitespace-pre-line">{decision.statement}</p>
            {decision.supersededAtMs !== null && (
              <p>{t('case.superseded', { when: format.instant(decision.supersededAtMs) })}</p>
            )}
            <AppealOf decision={decision} />
          </li>
        ))}
      </ol>
      <CsvLink href={csvHref} />
    </section>
  )
}

/** The appeal against a decision and its answer; nothing without one. */
export function AppealOf({ decision }: { decision: DecisionEntry }) {
  const t = useT(moderation)
  const format = useFormat()
  const { appealedAtMs, appealText, appealOutcome, appealAnswer } = decision
  if (appealedAtMs === null) return null
  return (
    <div className="flex flex-col gap-2 border-l-4 border-mark pl-3">
      <strong>{t('case.appealed', { when: format.instant(appealedAtMs) })}</strong>
      <p className="prose-width break-words whitespace-pre-line">{appealText}</p>
      {appealOutcome && (
        <>
          <strong>{t(`outcome.${appealOutcome}`)}</strong>
          <p className="prose-width break-words whitespace-pre-line">{appealAnswer}</p>
        </>
      )}
    </div>
  )
}

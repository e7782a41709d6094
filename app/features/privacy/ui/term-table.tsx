import { privacyRegister } from '~/messages/privacy-register'
import { DataTable, type Column } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { RETENTION, RETENTION_KEYS, type RetentionKey } from '../model/retention'

/** What housekeeping removes each day, after how long; with `counts`, how many rows are past their term now. */
export function TermTable({
  counts,
  csvHref,
}: {
  counts?: Readonly<Record<RetentionKey, number>>
  csvHref?: string
}) {
  const t = useT(privacyRegister)
  const format = useFormat()
  const due: Column<RetentionKey>[] = counts
    ? [{ key: 'due', header: t('dry.due'), figure: true, cell: (key) => format.number(counts[key]) }]
    : []
  return (
    <section aria-labelledby="terms" className="flex min-w-0 flex-col gap-3">
      <h2 id="terms">{t('terms')}</h2>
      <p className="prose-width">{t('termsLead')}</p>
      <DataTable
        caption={t('terms')}
        hideCaption
        rows={RETENTION_KEYS}
        rowKey={(key) => key}
        csvHref={csvHref}
        columns={[
          { key: 'what', header: t('what'), rowHeader: true, cell: (key) => t(`term.${key}`) },
          {
            key: 'after',
            header: t('after'),
            cell: (key) =>
              RETENTION[key].days === 0 ? t('atOnce') : t('days', { count: RETENTION[key].days }),
          },
          { key: 'act', header: t('act'), cell: (key) => t(`acts.${RETENTION[key].act}`) },
          ...due,
        ]}
      />
    </section>
  )
}

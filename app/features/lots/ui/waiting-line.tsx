import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { waiting } from '~/messages/waiting'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import type { LotView } from '../model/lot'
import type { LineEntry } from '../model/waiting-line'

/** The line of a lot, as its giver sees it. */
export function WaitingLine({ lot, line }: { lot: LotView; line: readonly LineEntry[] }) {
  const t = useT(waiting)
  const format = useFormat()
  return (
    <section aria-labelledby="line" className="flex flex-col gap-4">
      <h2 id="line">{t('line.title')}</h2>
      {line.length === 0 ? (
        <p className="text-muted">{t('line.none')}</p>
      ) : (
        <DataTable
          caption={t('line.title')}
          hideCaption
          rows={line}
          rowKey={({ id }) => id}
          csvHref={paths.lotWaitingCsv(lot.id)}
          columns={[
            { key: 'position', header: t('line.position'), figure: true, cell: ({ position }) => position },
            { key: 'who', header: t('line.who'), rowHeader: true, cell: ({ name }) => name },
            {
              ...{ key: 'quantity', header: t('line.quantity'), figure: true },
              cell: ({ quantityMilli }) => format.quantity(quantityMilli, lot.unit),
            },
            {
              ...{ key: 'since', header: t('line.since'), figure: true },
              cell: ({ joinedAtMs }) => format.day(isoDayOf(joinedAtMs)),
            },
            {
              ...{ key: 'state', header: t('line.state') },
              cell: ({ priorityUntilMs }) =>
                priorityUntilMs === null
                  ? t('line.waiting')
                  : t('line.offered', { until: format.instant(priorityUntilMs) }),
            },
          ]}
        />
      )}
    </section>
  )
}

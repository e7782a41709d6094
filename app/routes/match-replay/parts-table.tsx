import type { ReactNode } from 'react'
import type { ReplayedComputation } from '~/features/matching/model/replayed-pair'
import { SCORE_PARTS } from '~/features/matching/model/weights'
import { valueOperations } from '~/features/matching/ui/value-operation'
import { attributes } from '~/messages/attributes'
import { matching } from '~/messages/matching'
import { matchReplay } from '~/messages/match-replay'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'

/** Each part with its operation written out, the points redone and those kept. */
export function PartsTable({ computedAtMs, partsCenti, scoreCenti, sides, replay }: ReplayedComputation) {
  const t = useT(matchReplay)
  const tPart = useT(matching)
  const tAttribute = useT(attributes)
  const format = useFormat()
  const pair = replay.kind === 'redone' ? replay.pair : null
  const operations =
    pair && sides
      ? valueOperations(t, format, {
          ...sides,
          pair,
          toCheck: pair.toCheck.map((key) => tAttribute(`label.${key}`).toLowerCase()).join(', '),
        })
      : null
  const points = (value: number | undefined) => (value === undefined ? '–' : format.number(value, 2, 2))
  const rows = SCORE_PARTS.map((key) => ({
    key,
    part: pair?.parts.find((part) => part.key === key),
    kept: partsCenti[key],
  }))
  const columns: { key: string; header: string; cell: (row: (typeof rows)[number]) => ReactNode }[] = [
    { key: 'value', header: t('table.value'), cell: ({ key }) => operations?.[key] },
    {
      key: 'operation',
      header: t('table.operation'),
      cell: ({ part }) => part && `${format.number(part.value, 6)} × ${format.number(part.weight, 4)} × 100`,
    },
  ]
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <DataTable
        caption={t('table.caption', { when: format.instant(computedAtMs) })}
        hideCaption
        dense
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'part',
            header: t('table.part'),
            rowHeader: true,
            cell: ({ key }) => tPart(`part.${key}`),
            total: t('table.total'),
          },
          ...(pair ? columns : []),
          ...(pair
            ? [
                {
                  key: 'redone',
                  header: t('table.redone'),
                  figure: true,
                  cell: ({ part }: (typeof rows)[number]) => points(part?.points),
                  total: points(pair.score),
                },
              ]
            : []),
          {
            key: 'kept',
            header: t('table.kept'),
            figure: true,
            cell: ({ kept }) => points(kept === undefined ? undefined : kept / 100),
            total: points(scoreCenti / 100),
          },
        ]}
      />
      <p className="text-muted">{t('table.rounding')}</p>
    </div>
  )
}

import { EXAMPLE_LOT, EXAMPLE_NEED } from '~/features/matching/model/register-example'
import type { PairScore } from '~/features/matching/model/score'
import { valueOperations } from '~/features/matching/ui/value-operation'
import { algorithms } from '~/messages/algorithms'
import { matchReplay } from '~/messages/match-replay'
import { matching } from '~/messages/matching'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'

/** An invented pair scored with the weights in force, each operation with its figures. */
export function WorkedExample({ pair }: { pair: PairScore }) {
  const t = useT(algorithms)
  const tPart = useT(matching)
  const tReplay = useT(matchReplay)
  const format = useFormat()
  const sides = { lot: EXAMPLE_LOT, need: EXAMPLE_NEED, pair, toCheck: '' }
  const operations = valueOperations(tReplay, format, sides)
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <h3>{t('matching.example')}</h3>
      <p className="prose-width">
        {t('matching.exampleLead', {
          offered: format.quantity(EXAMPLE_LOT.quantityMilli, EXAMPLE_LOT.unit),
          price: format.euros(EXAMPLE_LOT.unitPriceCents),
          wanted: format.quantity(EXAMPLE_NEED.quantityMilli, EXAMPLE_NEED.unit),
          budget: format.euros(EXAMPLE_NEED.budgetUnitCents ?? 0),
          straight: format.km(pair.straightKm),
          radius: format.km(EXAMPLE_NEED.radiusKm),
          score: format.number(pair.score, 2, 2),
        })}
      </p>
      <DataTable
        caption={t('matching.example')}
        hideCaption
        dense
        rows={pair.parts}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'part',
            header: t('matching.partName'),
            rowHeader: true,
            cell: ({ key }) => tPart(`part.${key}`),
            total: t('matching.total'),
          },
          { key: 'value', header: t('matching.exampleOperation'), cell: ({ key }) => operations[key] },
          {
            key: 'operation',
            header: t('matching.examplePoints'),
            cell: ({ value, weight }) => `${format.number(value, 6)} × ${format.number(weight, 4)} × 100`,
          },
          {
            key: 'points',
            header: t('matching.exampleResult'),
            figure: true,
            cell: ({ points }) => format.number(points, 2, 2),
            total: format.number(pair.score, 2, 2),
          },
        ]}
      />
    </div>
  )
}

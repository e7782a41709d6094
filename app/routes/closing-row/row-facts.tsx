import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import type { ClosingRow } from '~/features/closing/model/closing-record'
import { closing } from '~/messages/closing'
import { closingRow } from '~/messages/closing-row'
import { inventory } from '~/messages/inventory'
import { materials } from '~/messages/materials'
import { useFormat, useT } from '~/ui/i18n'
import { FactList } from '~/ui/tag-card'

/** What the survey says of a line or of a waste; nothing for what it does not hold. */
export function RowFacts({ siteId, row, mayEdit }: { siteId: string; row: ClosingRow; mayEdit: boolean }) {
  const t = useT(closingRow)
  const tClosing = useT(closing)
  const tMaterial = useT(materials)
  const tInventory = useT(inventory)
  const format = useFormat()
  const { line, waste } = row
  if (!line && !waste) return <p className="prose-width text-muted">{tClosing('outsideText')}</p>
  const mass = format.quantity(row.surveyedG ?? 0, 'kg')
  return (
    <section aria-labelledby="facts-title" className="flex flex-col gap-3">
      <h2 id="facts-title">{t('facts')}</h2>
      <FactList
        facts={[
          ...(line
            ? [
                { term: tClosing('column.family'), value: tMaterial(`type.${line.material}.name`) },
                { term: tClosing('column.quantity'), value: format.quantity(line.quantityMilli, line.unit) },
              ]
            : []),
          { term: t('surveyed'), value: line?.massEstimated ? t('estimated', { mass }) : mass },
          ...(waste
            ? [
                { term: tClosing('column.family'), value: tInventory(`waste.families.${waste.family}`) },
                ...(waste.wasteCode ? [{ term: t('code'), value: waste.wasteCode }] : []),
                ...(waste.outlet ? [{ term: t('foreseenOutlet'), value: waste.outlet }] : []),
              ]
            : []),
        ]}
      />
      {line && mayEdit && (
        <p>
          <Link to={paths.inventoryLine(siteId, line.id)} className="inline-flex min-h-11 items-center">
            {t('editLine')}
          </Link>
        </p>
      )}
    </section>
  )
}

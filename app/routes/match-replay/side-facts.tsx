import type { AttributeKey } from '~/core/attributes/definitions'
import { listAttributes } from '~/core/attributes/values'
import type { Wanted } from '~/core/attributes/wanted'
import { conditionKey } from '~/core/condition-key'
import { lengthDays } from '~/core/days'
import type { MatchLot, MatchNeed } from '~/features/matching/model/score'
import { attributes } from '~/messages/attributes'
import { matchReplay } from '~/messages/match-replay'
import { materials } from '~/messages/materials'
import { attributeText } from '~/ui/attributes/attribute-text'
import { wantedText } from '~/ui/attributes/wanted-text'
import { useFormat, useT } from '~/ui/i18n'
import { FactList, type TagFact } from '~/ui/tag-card'

type Side = ({ of: 'lot' } & MatchLot) | ({ of: 'need' } & MatchNeed)

/** What a computation had read of one side, in the unit in which the two compare. */
export function SideFacts({ side }: { side: Side }) {
  const t = useT(matchReplay)
  const tMaterial = useT(materials)
  const format = useFormat()
  const unit = format.unit(side.unit)
  const isLot = side.of === 'lot'
  const condition = isLot ? side.condition : side.minCondition
  const { lat, lon } = side.point
  const facts: TagFact[] = [
    { term: t('inputs.material'), value: tMaterial(`type.${side.material}.name`) },
    {
      term: t(isLot ? 'inputs.free' : 'inputs.wanted'),
      value: format.quantity(side.quantityMilli, side.unit),
    },
    {
      term: t(isLot ? 'inputs.condition' : 'inputs.minCondition'),
      value: `${tMaterial(`condition.${conditionKey(condition)}.name`)} (${condition})`,
    },
    {
      term: t(isLot ? 'inputs.window' : 'inputs.wantedWindow'),
      value: t('inputs.days', { range: format.dayRange(side.window), count: lengthDays(side.window) }),
    },
    { term: t(isLot ? 'inputs.price' : 'inputs.budget', { unit }), value: usePrice(side) },
    ...(isLot
      ? [{ term: t('inputs.mass', { unit }), value: massText(side) }]
      : [{ term: t('inputs.radius'), value: format.km(side.radiusKm) }]),
    { term: t('inputs.point'), value: `${format.number(lat, 5)} ; ${format.number(lon, 5)}` },
    ...useSheet(side),
  ]
  function massText(lot: MatchLot): string {
    return lot.massGPerUnit === null ? t('inputs.noMass') : `${format.number(lot.massGPerUnit / 1000, 3)} kg`
  }
  return (
    <div>
      <h4 className="mb-2 text-lg">{t(isLot ? 'inputs.lot' : 'inputs.need')}</h4>
      <FactList facts={facts} />
    </div>
  )
}

function usePrice(side: Side): string {
  const t = useT(matchReplay)
  const format = useFormat()
  const cents = side.of === 'lot' ? side.unitPriceCents : side.budgetUnitCents
  if (cents === null) return t('inputs.noBudget')
  if (cents === 0 && side.of === 'lot') return t('inputs.gift')
  // A price by the tonne is a fraction of a cent by the kilogram.
  return Number.isInteger(cents) ? format.euros(cents) : `${format.number(cents / 100, 5)} €`
}

function useSheet(side: Side): TagFact[] {
  const t = useT(attributes)
  const format = useFormat()
  if (side.of === 'lot') {
    return listAttributes(side.material, side.attributes).map(({ key, value }) => ({
      term: t(`label.${key}`),
      value: attributeText(t, format, key, value),
    }))
  }
  return Object.entries(side.wanted as Record<AttributeKey, Wanted>).map(([name, wanted]) => {
    const key = name as AttributeKey
    return { term: t(`label.${key}`), value: wantedText(t, format, key, wanted) }
  })
}

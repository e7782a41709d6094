import { conditionKey } from '~/core/condition-key'
import { materials } from '~/messages/materials'
import { needs } from '~/messages/needs'
import { useFormat, useT } from '~/ui/i18n'
import { FactList } from '~/ui/tag-card'
import type { NeedView } from '../model/need'

/**
 * What a need asks for. `brief` keeps what a list compares; the page adds who asks and on what terms. `near` adds the
 * distance from the commune searched around.
 */
export function NeedFacts({
  need,
  brief = false,
  near,
}: {
  need: NeedView
  brief?: boolean
  near?: { km: number; from: string }
}) {
  const t = useT(needs)
  const tMaterial = useT(materials)
  const format = useFormat()
  const open = format.quantity(need.openMilli, need.unit)
  const all = format.quantity(need.quantityMilli, need.unit)
  const budget =
    need.budgetUnitCents === null
      ? t('fact.budgetOpen')
      : t('fact.budgetText', { price: format.euros(need.budgetUnitCents), unit: format.unit(need.unit) })
  return (
    <FactList
      facts={[
        ...(brief && open === all
          ? []
          : [{ term: t('fact.wanted'), value: open === all ? all : t('fact.wantedOf', { open, all }) }]),
        { term: t('fact.material'), value: tMaterial(`type.${need.material}.name`) },
        {
          term: t('fact.commune'),
          value: `${need.communeName}, ${t('fact.radiusText', { radius: need.radiusKm })}`,
        },
        ...(near && near.km > 0
          ? [
              {
                term: t('fact.distance'),
                value: t('fact.distanceText', { km: format.km(near.km), from: near.from }),
              },
            ]
          : []),
        {
          term: t('fact.dates'),
          value: format.dayRange({ from: need.neededFrom, until: need.neededUntil }),
        },
        ...(brief
          ? []
          : [
              {
                term: t('fact.condition'),
                value: tMaterial(`condition.${conditionKey(need.minCondition)}.name`),
              },
              { term: t('fact.budget'), value: budget },
              { term: t('fact.project'), value: need.organisationName },
            ]),
      ]}
    />
  )
}

import { Link } from '@remix-run/react'
import { conditionKey } from '~/core/condition-key'
import { attributes } from '~/messages/attributes'
import { materials } from '~/messages/materials'
import { nearMisses } from '~/messages/near-misses'
import { attributeText } from '~/ui/attributes/attribute-text'
import { wantedText } from '~/ui/attributes/wanted-text'
import { useFormat, useT } from '~/ui/i18n'
import { groupByReason, type NearMiss, type NearReason } from '../model/near-miss'

/** What is just out of reach, and where it is read. */
type NearItem = { id: string; title: string; to: string; place: string }

/** A handful of lots or needs that one criterion alone rules out, apart from what fits, each with that criterion. */
export function NearMisses({
  of,
  misses,
}: {
  of: 'lots' | 'needs'
  misses: readonly { item: NearItem; miss: NearMiss }[]
}) {
  const t = useT(nearMisses)
  const sentence = useReason()
  if (misses.length === 0) return null
  return (
    <section
      aria-labelledby="near-title"
      data-screen-only
      className="flex flex-col gap-4 rounded-lg border-2 border-dashed border-field p-4 lg:p-6"
    >
      <h2 id="near-title" className="text-xl">
        {t('title')}
      </h2>
      <p className="prose-width text-muted">{t(of === 'lots' ? 'leadLots' : 'leadNeeds')}</p>
      <ul className="flex flex-col gap-4">
        {groupByReason(misses).map(({ reason, items }) => (
          <li key={JSON.stringify(reason)} className="flex flex-col gap-1">
            <p className="font-semibold">
              {t('group', { what: t(of, { count: items.length }), reason: sentence(reason) })}
            </p>
            <ul>
              {items.map(({ id, title, to, place }) => (
                <li key={id} className="py-1.5">
                  <article>
                    <Link to={to} className="inline-flex min-h-11 items-center lg:min-h-0">
                      {title}
                    </Link>
                    <span className="block text-muted">{place}</span>
                  </article>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

function useReason(): (reason: NearReason) => string {
  const t = useT(nearMisses)
  const tMaterial = useT(materials)
  const format = useFormat()
  const sheetReason = useSheetReason()
  return (reason) => {
    switch (reason.kind) {
      case 'attribute':
        return sheetReason(reason)
      case 'too-far':
        return t('tooFar', {
          excess: format.km(reason.straightKm - reason.radiusKm),
          straight: format.km(reason.straightKm),
          radius: reason.radiusKm,
        })
      case 'too-late':
        return t('tooLate', { count: reason.days })
      case 'too-early':
        return t('tooEarly', { count: reason.days })
      case 'condition':
        return t('condition', {
          offered: tMaterial(`condition.${conditionKey(reason.offered)}.name`),
          wanted: tMaterial(`condition.${conditionKey(reason.wanted)}.name`),
        })
      case 'unit':
        return t('unit', { offered: format.unit(reason.offered), wanted: format.unit(reason.wanted) })
    }
  }
}

function useSheetReason() {
  const t = useT(nearMisses)
  const tAttribute = useT(attributes)
  const format = useFormat()
  return ({ attribute, offered, wanted }: Extract<NearReason, { kind: 'attribute' }>) =>
    t(wanted.kind === 'number' ? 'outside' : 'otherChoice', {
      label: tAttribute(`label.${attribute}`).toLowerCase(),
      offered: attributeText(tAttribute, format, attribute, offered),
      wanted: wantedText(tAttribute, format, attribute, wanted),
    })
}

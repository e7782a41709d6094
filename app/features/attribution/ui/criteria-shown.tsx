import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { attribution } from '~/messages/attribution'
import { useFormat, useT } from '~/ui/i18n'
import type { CriteriaInForce } from '../model/attribution-criteria'
import type { PublicRules } from '../model/public-rules'

export type AttributionShown = {
  inForce: CriteriaInForce & { isFixed: boolean }
  /** The rules that bind the giver; null for private givers. */
  rules: PublicRules | null
}

/** What anyone reads before asking: by what the lot is attributed, and what binds a public giver. */
export function CriteriaShown({
  lot,
  shown: { inForce, rules },
  isOwner,
}: {
  lot: { id: string; organisationName: string; unitPriceCents: number }
  shown: AttributionShown
  isOwner: boolean
}) {
  const t = useT(attribution)
  const { criteria, source, isFixed } = inForce
  return (
    <section aria-labelledby="attribution" className="flex flex-col gap-3 border-t-4 border-edge pt-4">
      <h2 id="attribution" className="text-xl">
        {t('shown.title')}
      </h2>
      {source === 'none' ? (
        <p className="prose-width">{t('shown.none')}</p>
      ) : (
        <>
          <p className="prose-width">{t('shown.lead')}</p>
          <ol className="list-decimal pl-6">
            {criteria.map((criterion) => (
              <li key={criterion}>{t(`criterion.${criterion}`)}</li>
            ))}
          </ol>
          <p className="text-muted">
            {t(`shown.from.${source}`, { giver: lot.organisationName })} {isFixed && t('shown.fixed')}
          </p>
        </>
      )}
      {rules && <PublicGiver rules={rules} isGift={lot.unitPriceCents === 0} />}
      {isOwner && (
        <p data-screen-only>
          <Link to={paths.lotAttribution(lot.id)} className="inline-flex min-h-11 items-center font-semibold">
            {t('shown.manage')}
          </Link>
        </p>
      )}
    </section>
  )
}

function PublicGiver({ rules, isGift }: { rules: PublicRules; isGift: boolean }) {
  const t = useT(attribution)
  const format = useFormat()
  if (!isGift) {
    const threshold = format.euros(rules.saleThresholdCents)
    return <p className="prose-width">{t('gift.sale', { threshold, source: rules.saleSource })}</p>
  }
  const kinds = rules.giftKinds.map((kind) => t(`kindOf.${kind}`)).join(', ')
  const sources = [
    rules.giftKindsSource,
    ...(rules.giftCeilingCents === null ? [] : [rules.giftCeilingSource]),
    ...(rules.isResaleForbidden ? [rules.resaleSource] : []),
  ]
  return (
    <div className="flex flex-col gap-2">
      <h3 className="text-lg">{t('gift.title')}</h3>
      <ul className="flex list-disc flex-col gap-1 pl-6">
        <li>{t('gift.whoFree', { kinds })}</li>
        {rules.giftCeilingCents !== null && (
          <li>{t('gift.ceiling', { ceiling: format.euros(rules.giftCeilingCents) })}</li>
        )}
        {rules.isResaleForbidden && <li>{t('gift.resale')}</li>}
      </ul>
      <p className="prose-width">{t('gift.otherwise')}</p>
      <p className="text-muted">{t('gift.sources', { sources: [...new Set(sources)].join(' ; ') })}</p>
    </div>
  )
}

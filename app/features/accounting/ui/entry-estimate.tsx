import { TRUCK_TEXTS } from '~/features/carbon/model/truck-texts'
import type { TruckName } from '~/core/ledger-terms'
import { ledger } from '~/messages/ledger'
import { pairHaul } from '~/messages/pair-haul'
import { Co2e } from '~/ui/co2e'
import { useFormat, useT } from '~/ui/i18n'
import { FactList } from '~/ui/tag-card'

/** What a row says of emissions, grams. */
export type ShownEstimate = {
  netAvoidedGCo2e: number | null
  netLowGCo2e: number | null
  netHighGCo2e: number | null
  factorVersion: string | null
  truck: TruckName | null
  emptyReturnPct: number | null
}

/** The net that the ledger keeps, with its range and its trip, and beside it what today's factors would give. */
export function EntryEstimate({
  kept,
  recomputed,
}: {
  kept: ShownEstimate | null
  recomputed: { version: string; estimate: ShownEstimate } | null
}) {
  const t = useT(ledger)
  if (!kept) return null
  const { netAvoidedGCo2e: netG } = kept
  return (
    <section aria-labelledby="net" className="flex flex-col gap-3">
      <h2 id="net">{t('entry.net')}</h2>
      {netG === null ? <p className="prose-width">{t('entry.noClaim')}</p> : <Net kept={kept} netG={netG} />}
      {recomputed && <Recomputed kept={kept} recomputed={recomputed} />}
    </section>
  )
}

function Net({ kept, netG }: { kept: ShownEstimate; netG: number }) {
  const t = useT(ledger)
  const tHaul = useT(pairHaul)
  const format = useFormat()
  const { netLowGCo2e: low, netHighGCo2e: high, truck, emptyReturnPct } = kept
  return (
    <>
      <p className="font-display text-3xl font-bold">
        <Co2e kg={netG / 1000} />
      </p>
      {low !== null && high !== null && (
        <p className="text-muted">
          {t('entry.netRange', { low: format.co2e(low / 1000), high: format.co2e(high / 1000) })}
        </p>
      )}
      {truck && (
        <FactList
          facts={[
            {
              term: t('entry.haul'),
              value: t('entry.haulText', {
                truck: tHaul(`truck.${TRUCK_TEXTS[truck]}`),
                percent: emptyReturnPct ?? 100,
              }),
            },
          ]}
        />
      )}
    </>
  )
}

function Recomputed({
  kept,
  recomputed: { version, estimate },
}: {
  kept: ShownEstimate
  recomputed: { version: string; estimate: ShownEstimate }
}) {
  const t = useT(ledger)
  const format = useFormat()
  const netG = estimate.netAvoidedGCo2e
  if (netG === null && kept.netAvoidedGCo2e === null) return null
  return (
    <div className="prose-width">
      <h3>{t('recomputed.title')}</h3>
      <p>
        {netG === null
          ? t('recomputed.none', { current: version })
          : t('recomputed.text', {
              kept: kept.factorVersion ?? '–',
              current: version,
              net: format.co2e(netG / 1000),
            })}
      </p>
    </div>
  )
}

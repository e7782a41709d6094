import { paths } from '~/core/paths'
import type { LedgerRow } from '~/features/accounting/model/ledger-row'
import type { Rate } from '~/features/accounting/model/rates'
import { RateEffectPanel } from '~/features/accounting/ui/rate-effect'
import type { ReservationView } from '~/features/reservations/model/reservation-view'
import { accounting } from '~/messages/accounting'
import { ledger } from '~/messages/ledger'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'

export type EffectProps = {
  view: ReservationView
  /** Whether the ledger has the handover. */
  isEntered: boolean
  /** Null before the entry, and once a correction left nothing of it. */
  effect: { row: LedgerRow; year: number; effect: { before: Rate; after: Rate } | null } | null
}

/** What a handover did to the rate of its commune, and the way to its entry in the ledger. */
export function HandoverEffect({
  view,
  effect,
  isEntered,
  handoverId,
}: EffectProps & { handoverId: string }) {
  const t = useT(accounting)
  const tLedger = useT(ledger)
  const entry = isEntered && (
    <div className="flex flex-col items-start gap-2">
      <p className="prose-width text-muted">{tLedger('entry.correct')}</p>
      <ButtonLink to={paths.ledgerEntry(handoverId)} look="secondary">
        {tLedger('entry.seeEntry')}
      </ButtonLink>
    </div>
  )
  if (!effect) {
    return (
      <>
        <Notice tone="info">{isEntered ? tLedger('entry.nothing') : t('effect.pending')}</Notice>
        {entry}
      </>
    )
  }
  return (
    <div className="flex flex-col items-start gap-5">
      <RateEffectPanel
        communeName={view.lotCommuneName}
        massG={effect.row.massG}
        year={effect.year}
        effect={effect.effect}
      />
      <ButtonLink to={paths.commune(view.lotCommuneCode, effect.year)} wide>
        {t('effect.seeCommune', { commune: view.lotCommuneName })}
      </ButtonLink>
      {entry}
    </div>
  )
}

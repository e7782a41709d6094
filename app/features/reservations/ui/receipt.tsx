import { handovers } from '~/messages/handovers'
import { materials } from '~/messages/materials'
import { reservations } from '~/messages/reservations'
import { useFormat, useT } from '~/ui/i18n'
import { TapeRule } from '~/ui/marks'
import { FactList } from '~/ui/tag-card'
import type { CompletedHandoverView, ReservationView, SignedConfirmation } from '../model/reservation-view'
import { cameLater } from '../model/done-at'
import { SIGNATURE_BOX } from '../model/signature'
import { PrintButton } from './print-button'

/**
 * The receipt of a handover: who gave what to whom, its mass, its legal status, both signatures. Made to be
 * printed; masses are written to the gram, as they were signed.
 */
export function Receipt({
  view,
  handover,
  confirmations,
}: {
  view: ReservationView
  handover: CompletedHandoverView
  confirmations: readonly SignedConfirmation[]
}) {
  const t = useT(reservations)
  const tHandover = useT(handovers)
  const tMaterial = useT(materials)
  const format = useFormat()
  return (
    <section aria-labelledby="receipt" className="tag">
      <div className="tag-head">
        <span className="hole" aria-hidden />
        <h2 id="receipt" className="text-xl">
          {tHandover('receipt.title')}
        </h2>
        <p className="reference ml-auto text-xl">{view.lotReference}</p>
      </div>
      <TapeRule />
      <div className="flex flex-col gap-5 p-4 lg:p-6">
        <p className="reference text-4xl">{format.quantity(handover.massG, 'kg')}</p>
        <FactList
          facts={[
            {
              term: tHandover('receipt.what'),
              value: `${view.lotTitle} (${tMaterial(`type.${view.material}.name`)})`,
            },
            { term: t('fact.quantity'), value: format.quantity(handover.quantityMilli, view.lotUnit) },
            { term: tHandover('receipt.handedOverOn'), value: format.dayLong(handover.handedOverOn) },
            ...(cameLater(handover.doneAtMs, handover.receivedAtMs)
              ? [{ term: tHandover('receipt.received'), value: format.instant(handover.receivedAtMs) }]
              : []),
            { term: t('giver'), value: view.giverName },
            { term: t('taker'), value: view.takerName },
            { term: tHandover('receipt.operator'), value: handover.sortingOperator },
            ...(handover.sortedOn
              ? [{ term: tHandover('sign.sortedOn'), value: format.dayLong(handover.sortedOn) }]
              : []),
            ...(handover.sortingEvidence
              ? [{ term: tHandover('sign.evidence'), value: handover.sortingEvidence }]
              : []),
            {
              term: tHandover('receipt.legal'),
              value: tHandover(
                handover.legalStatus === 'reuse' ? 'receipt.legalReuse' : 'receipt.legalWaste',
              ),
            },
          ]}
        />
        <div>
          <h3>{tHandover('receipt.signatures')}</h3>
          <ul className="mt-2 grid gap-3 sm:grid-cols-2">
            {confirmations.map((confirmation) => (
              <li key={confirmation.side} className="border-b-2 border-edge pb-2">
                <p className="text-muted">{t(confirmation.side)}</p>
                <p className="font-display text-lg font-bold">
                  {tHandover('receipt.signedBy', {
                    name: confirmation.signedName,
                    organisation: confirmation.side === 'giver' ? view.giverName : view.takerName,
                  })}
                </p>
                {confirmation.drawing && <DrawnName {...confirmation} drawing={confirmation.drawing} />}
                {confirmation.onSide !== confirmation.side && (
                  <p className="text-sm">{tHandover('receipt.onOther')}</p>
                )}
                <p className="text-sm text-muted">
                  {tHandover('receipt.signedAt', {
                    mass: format.quantity(confirmation.massG, 'kg'),
                    at: format.instant(confirmation.atMs),
                  })}
                  {cameLater(confirmation.atMs, confirmation.receivedAtMs) &&
                    ` · ${tHandover('receipt.receivedAt', { at: format.instant(confirmation.receivedAtMs) })}`}
                </p>
              </li>
            ))}
          </ul>
        </div>
        <PrintButton label={tHandover('receipt.print')} />
      </div>
    </section>
  )
}

/** A signature as it was drawn. */
export function DrawnName({ signedName, drawing }: { signedName: string; drawing: string }) {
  const t = useT(handovers)
  return (
    <svg
      viewBox={`0 0 ${SIGNATURE_BOX.width} ${SIGNATURE_BOX.height}`}
      role="img"
      aria-label={t('receipt.drawn', { name: signedName })}
      className="my-1 h-20 max-w-full text-ink"
    >
      <path d={drawing} fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  )
}

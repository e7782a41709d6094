import { isDue, isLive } from '~/core/reservation-status'
import { paths } from '~/core/paths'
import { RateEffectPanel } from '~/features/accounting/ui/rate-effect'
import type { Done } from '~/features/reservations/model/done'
import { DecisionForms } from '~/features/reservations/ui/decision-forms'
import { DisputeForm } from '~/features/reservations/ui/dispute-form'
import { HandoverPanel, StateNotice } from '~/features/reservations/ui/handover-panel'
import { accounting } from '~/messages/accounting'
import { disputes } from '~/messages/disputes'
import { pickups } from '~/messages/pickups'
import { reservations } from '~/messages/reservations'
import { scanner } from '~/messages/scanner'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import type { PageProps } from './page-props'

/** The forms of what its reader may do now. */
export function NextForms({
  page: { view, side, handover, expectedMassG, actions, lastResult, hasLabels, newId },
}: {
  page: PageProps
}) {
  const names = { giver: view.giverName, taker: view.takerName }
  if (side === null) return <StateNotice state={handover.state} side={null} names={names} />
  return (
    <>
      {isDue(view.status) && hasLabels && <ScanLabels id={view.id} />}
      {isDue(view.status) && (
        <HandoverPanel state={handover.state} {...{ side, names, expectedMassG, lastResult }} />
      )}
      {actions.length > 0 && <DecisionForms actions={actions} lastResult={lastResult} />}
      {actions.includes('dispute') && <DisputeForm disputeId={newId} lastResult={lastResult} />}
    </>
  )
}

function ScanLabels({ id }: { id: string }) {
  const t = useT(scanner)
  const to = paths.scanner(`?reservation=${id}&acte=handed-over`)
  return (
    <Notice
      action={
        <ButtonLink to={to} look="secondary">
          {t('count.link')}
        </ButtonLink>
      }
    >
      {t('count.linkText')}
    </Notice>
  )
}

/** What the handover changed in the commune’s rate. */
export function Effect({ page: { view, effect } }: { page: PageProps }) {
  const t = useT(accounting)
  if (!effect) return <Notice tone="info">{t('effect.pending')}</Notice>
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
    </div>
  )
}

/** Says once what was just done. */
export function DoneNotice({ done }: { done: Done | null }) {
  const t = useT(reservations)
  const tPickup = useT(pickups)
  const tDispute = useT(disputes)
  if (done === null) return null
  const title =
    done === 'proposed' || done === 'agreed' || done === 'offered'
      ? tPickup(`done.${done}`)
      : done === 'disputed' || done === 'settling' || done === 'settled'
        ? tDispute(`done.${done}`)
        : t(`done.${done}`)
  return <Notice tone="success" live title={title} />
}

/** Where to go from here once there is nothing more to do on the page itself. */
export function NextLinks({ page: { view, side, canPublish } }: { page: PageProps }) {
  const t = useT(reservations)
  if (isLive(view.status)) return null
  const isGiver = side === 'giver' && canPublish
  return (
    <p className="flex flex-wrap gap-3" data-screen-only>
      <ButtonLink to={isGiver ? paths.newLot() : paths.lots()} look="secondary">
        {t(isGiver ? 'next.publish' : 'next.similar')}
      </ButtonLink>
      {view.needId && side === 'taker' && (
        <ButtonLink to={paths.need(view.needId)} look="secondary">
          {t('next.need')}
        </ButtonLink>
      )}
    </p>
  )
}

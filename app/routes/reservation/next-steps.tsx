import { isDue } from '~/core/reservation-status'
import { paths } from '~/core/paths'
import { HaulForm } from '~/features/accounting/ui/haul-form'
import type { Done } from '~/features/reservations/model/done'
import { DecisionForms } from '~/features/reservations/ui/decision-forms'
import { DisputeForm } from '~/features/reservations/ui/dispute-form'
import { HandoverPanel, StateNotice } from '~/features/reservations/ui/handover-panel'
import { disputes } from '~/messages/disputes'
import { pickups } from '~/messages/pickups'
import { reservations } from '~/messages/reservations'
import { scanner } from '~/messages/scanner'
import { ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import type { PageProps } from './page-props'

/** The forms of what its reader may do now. */
export function NextForms({
  page: { view, side, handover, expectedMassG, actions, lastResult, hasLabels, ids, today, answer, haul },
}: {
  page: PageProps
}) {
  const format = useFormat()
  const names = { giver: view.giverName, taker: view.takerName }
  const reserved = format.quantity(view.quantityMilli, view.lotUnit)
  const form = { names, expectedMassG, reserved, checkId: ids.check, today, lastResult }
  if (side === null) return <StateNotice state={handover.state} side={null} names={names} />
  return (
    <>
      {isDue(view.status) && hasLabels && <ScanLabels id={view.id} />}
      {isDue(view.status) && <HandoverPanel state={handover.state} side={side} {...form} />}
      {isDue(view.status) && <HaulForm reservationId={view.id} haul={haul} />}
      {actions.length > 0 && (
        <DecisionForms actions={actions} mustExplain={answer.grounds?.isAgainst} lastResult={lastResult} />
      )}
      {actions.includes('dispute') && <DisputeForm disputeId={ids.dispute} lastResult={lastResult} />}
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

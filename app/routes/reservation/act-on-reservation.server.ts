import type { z } from 'zod'
import { ok, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { agreePickup } from '~/features/reservations/commands/agree-pickup.server'
import { chooseSlot } from '~/features/reservations/commands/choose-slot.server'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { offerSlots } from '~/features/reservations/commands/offer-slots.server'
import { openDispute } from '~/features/reservations/commands/open-dispute.server'
import { proposePickup } from '~/features/reservations/commands/propose-pickup.server'
import { settleDispute } from '~/features/reservations/commands/settle-dispute.server'
import { undertakeNoResale } from '~/features/reservations/commands/undertake-no-resale.server'
import type { Done } from '~/features/reservations/model/done'
import type { ReservationView } from '~/features/reservations/model/reservation-view'
import type { reservationActionSchema } from '~/features/reservations/schema'
import type { SentFile } from '~/http/read-photo-form.server'
import { signWithCheck } from './sign-with-check.server'

type Acted = { done: Done; handoverId?: string }

/** Runs the one command that a form of the page asks for, with the picture that came with it; says what was done. */
export async function actOnReservation(
  actor: Actor,
  view: ReservationView,
  form: z.output<typeof reservationActionSchema>,
  slip: SentFile | null,
): Promise<Result<Acted>> {
  const whose = { actor, reservationId: view.id }
  switch (form.intent) {
    case 'propose-pickup':
    case 'agree-pickup': {
      const move = form.intent === 'agree-pickup' ? agreePickup : proposePickup
      const moved = await move({ ...whose, slot: { on: form.pickupOn, part: form.pickupPart } })
      return moved.ok ? ok({ done: form.intent === 'agree-pickup' ? 'agreed' : 'proposed' }) : moved
    }
    case 'offer-slots': {
      const offered = await offerSlots({ ...whose, slots: form.slots })
      return offered.ok ? ok({ done: 'offered' }) : offered
    }
    case 'choose-slot': {
      const chosen = await chooseSlot({ ...whose, slot: form.slot })
      return chosen.ok ? ok({ done: 'agreed' }) : chosen
    }
    case 'dispute': {
      const { id, cause, text } = form
      const opened = await openDispute({ ...whose, id, cause, text })
      return opened.ok ? ok({ done: 'disputed' }) : opened
    }
    case 'settle': {
      const { disputeId, outcome, note } = form
      const settled = await settleDispute({ ...whose, disputeId, outcome, note })
      return settled.ok ? ok({ done: settled.value.state === 'settled' ? 'settled' : 'settling' }) : settled
    }
    case 'undertake': {
      const promised = await undertakeNoResale(whose)
      return promised.ok ? ok({ done: 'undertaken' }) : promised
    }
    case 'confirm': {
      const signed = await signWithCheck(actor, view, form, slip)
      if (!signed.ok) return signed
      const { handoverId } = signed.value
      return ok(handoverId ? { done: 'collected', handoverId } : { done: 'signed' })
    }
    default: {
      const { intent: action, criterion, reason } = form
      const decided = await decideReservation({ ...whose, action, criterion, reason })
      return decided.ok ? ok({ done: DECIDED[action] }) : decided
    }
  }
}

const DECIDED = { accept: 'accepted', refuse: 'refused', cancel: 'cancelled' } as const

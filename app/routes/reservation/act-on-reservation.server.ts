import type { z } from 'zod'
import { ok, type Result } from '~/core/result'
import type { Actor } from '~/features/organisations/model/permissions'
import { agreePickup } from '~/features/reservations/commands/agree-pickup.server'
import { chooseSlot } from '~/features/reservations/commands/choose-slot.server'
import { confirmHandover } from '~/features/reservations/commands/confirm-handover.server'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { offerSlots } from '~/features/reservations/commands/offer-slots.server'
import { openDispute } from '~/features/reservations/commands/open-dispute.server'
import { proposePickup } from '~/features/reservations/commands/propose-pickup.server'
import { settleDispute } from '~/features/reservations/commands/settle-dispute.server'
import type { Done } from '~/features/reservations/model/done'
import type { reservationActionSchema } from '~/features/reservations/schema'

type Acted = { done: Done; handoverId?: string }

/** Runs the one command that a form of the page asks for; says what was done. */
export async function actOnReservation(
  actor: Actor,
  reservationId: string,
  form: z.output<typeof reservationActionSchema>,
): Promise<Result<Acted>> {
  const whose = { actor, reservationId }
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
    case 'confirm': {
      const signed = await confirmHandover({ ...whose, massG: form.massKg, signedName: form.signedName })
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

import { beforeAll, expect } from 'vitest'
import { addDays } from '~/core/days'
import { newId } from '~/core/ids'
import { joinWaiting } from '~/features/lots/commands/join-waiting.server'
import { findLot } from '~/features/lots/queries.server'
import { findPlaceInLine } from '~/features/lots/queries/waiting.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { chooseSlot } from '~/features/reservations/commands/choose-slot.server'
import { confirmHandover } from '~/features/reservations/commands/confirm-handover.server'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { offerSlots } from '~/features/reservations/commands/offer-slots.server'
import { openDispute } from '~/features/reservations/commands/open-dispute.server'
import { settleDispute } from '~/features/reservations/commands/settle-dispute.server'
import { writeMessage } from '~/features/reservations/commands/write-message.server'
import type { Settlement } from '~/features/reservations/model/dispute'
import { findReservationView } from '~/features/reservations/queries.server'
import { findOpenDisputeOf } from '~/features/reservations/queries/disputes.server'
import { countUnread } from '~/features/reservations/queries/thread.server'
import { createActor } from '~tests/support/actors'
import { granted, opensSite, publishes, requests } from '~tests/support/answers'
import { TODAY } from '~tests/support/deal'
import { scenario } from '~tests/support/scenario'

scenario(
  {
    name: 'dispute',
    title: 'From the waiting list to a dispute that is settled',
    purpose:
      'Between a promise and a loaded van, plans change: a taker gives up, another waits for the doors, a van stands before a closed gate. Nobody loses their part before people have decided.',
    actors: {
      Karim: 'site manager, gives materials',
      Claire: 'joiner, takes materials',
      Nadia: 'another joiner, takes materials',
      Sophie: 'works for the Métropole, settles what others cannot',
    },
  },
  ({ step, travelTo }) => {
    let karim: Actor, claire: Actor, nadia: Actor, sophie: Actor
    let lotId: string, reservationId: string
    const status = async (id = reservationId) => (await findReservationView(id))?.status
    const free = async () => (await findLot(lotId))?.availableMilli
    const slot = { on: addDays(TODAY, 2), part: 'morning' } as const
    const later = { on: addDays(TODAY, 5), part: 'afternoon' } as const
    const disputes = async (actor: Actor, cause: 'nobody-came' | 'mass-differs', text: string) =>
      granted(await openDispute({ actor, reservationId, id: newId(), cause, text }))
    const settles = async (actor: Actor, outcome: Settlement) => {
      const disputeId = (await findOpenDisputeOf(reservationId))!.id
      return granted(await settleDispute({ actor, reservationId, disputeId, outcome, note: 'Vu ensemble' }))
    }
    beforeAll(async () => {
      karim = await createActor('giver')
      claire = await createActor('taker')
      nadia = await createActor('taker')
      sophie = await createActor('admin')
    })

    step('Nadia', 'asks for all twelve doors', 'nothing is left for anyone else', async () => {
      lotId = await publishes(karim, await opensSite(karim))
      reservationId = await requests(nadia, lotId, 12)
      expect(await free()).toBe(0)
    })
    step(
      'Claire',
      'joins the waiting list for eight doors',
      'she is first in line, and sees it',
      async () => {
        granted(await joinWaiting({ actor: claire, lotId, id: newId(), quantity: 8000 }))
        expect(await findPlaceInLine(lotId, claire.organisationId)).toMatchObject({ position: 1, length: 1 })
      },
    )
    step(
      'Nadia',
      'cancels her request',
      'eight doors are kept for Claire for 48 hours, four are free for all',
      async () => {
        granted(await decideReservation({ actor: nadia, reservationId, action: 'cancel', reason: '' }))
        expect(await findPlaceInLine(lotId, claire.organisationId)).toMatchObject({ status: 'offered' })
        expect(await free()).toBe(4000)
      },
    )
    step('Claire', 'reserves the eight', 'her place in the line is used', async () => {
      reservationId = await requests(claire, lotId, 8)
      expect(await findPlaceInLine(lotId, claire.organisationId)).toBeNull()
      expect(await free()).toBe(4000)
    })
    step(
      'Karim',
      'accepts and offers two half-days of the week',
      'Claire may choose either of them',
      async () => {
        const accept = { action: 'accept', criterion: 'first', reason: '' } as const
        granted(await decideReservation({ actor: karim, reservationId, ...accept }))
        granted(await offerSlots({ actor: karim, reservationId, slots: [slot, later] }))
        expect(await findReservationView(reservationId)).toMatchObject({ status: 'accepted', offerCount: 2 })
      },
    )
    step('Claire', 'chooses the first', 'the reservation is scheduled', async () => {
      granted(await chooseSlot({ actor: claire, reservationId, slot }))
      expect(await status()).toBe('scheduled')
    })
    step('Claire', 'writes that her van will be late', 'Karim has one message to read', async () => {
      const text = 'Nous serons là vers 10 h, la A86 est fermée.'
      granted(await writeMessage({ actor: claire, reservationId, id: newId(), text, photoIds: [] }))
      expect((await countUnread(karim, [reservationId])).get(reservationId)).toBe(1)
    })
    step(
      'Claire',
      'finds the gate closed and opens a dispute',
      'her doors stay held and nothing can be signed',
      async () => {
        travelTo(slot.on)
        await disputes(claire, 'nobody-came', 'Portail fermé à 10 h, personne au téléphone.')
        expect(await status()).toBe('disputed')
        expect(await free()).toBe(4000)
        const signed = { reservationId, massG: 160_000, signedName: 'Karim B.' }
        expect(await confirmHandover({ actor: karim, ...signed })).toMatchObject({ ok: false })
      },
    )
    step('Karim', 'proposes to go on with the reservation', 'it waits for Claire', async () => {
      expect(await settles(karim, 'resume')).toEqual({ state: 'proposed' })
      expect(await status()).toBe('disputed')
    })
    step(
      'Claire',
      'agrees the day after',
      'the dispute is settled, and a new slot is to be agreed',
      async () => {
        travelTo(addDays(slot.on, 1))
        expect(await settles(claire, 'resume')).toEqual({ state: 'settled' })
        expect(await findReservationView(reservationId)).toMatchObject({ status: 'accepted', pickupOn: null })
      },
    )
    step(
      'Karim',
      'offers the other half-day again, Claire takes it, and they sign two masses that do not agree',
      'the handover is not complete',
      async () => {
        granted(await offerSlots({ actor: karim, reservationId, slots: [later] }))
        granted(await chooseSlot({ actor: claire, reservationId, slot: later }))
        travelTo(later.on)
        const sign = (actor: Actor, massG: number) =>
          confirmHandover({ actor, reservationId, massG, signedName: actor.name })
        granted(await sign(karim, 160_000))
        expect(granted(await sign(claire, 150_000)).handoverId).toBeNull()
      },
    )
    step(
      'Claire',
      'disputes the mass, and the two propose contrary outcomes',
      'nothing is settled and the doors stay held',
      async () => {
        await disputes(claire, 'mass-differs', 'Le ticket de pesée dit 150 kg.')
        await settles(karim, 'cancel')
        expect(await settles(claire, 'resume')).toEqual({ state: 'proposed' })
        expect(await status()).toBe('disputed')
        expect(await free()).toBe(4000)
      },
    )
    step(
      'Sophie',
      'decides that the reservation goes on',
      'it is scheduled as before, since the slot is today',
      async () => {
        expect(await settles(sophie, 'resume')).toEqual({ state: 'settled' })
        expect(await status()).toBe('scheduled')
      },
    )
    step(
      'Karim',
      'corrects his mass to that of the ticket',
      'both have signed the same mass: the handover is done',
      async () => {
        const signed = { reservationId, massG: 150_000, signedName: karim.name }
        expect(granted(await confirmHandover({ actor: karim, ...signed })).handoverId).not.toBeNull()
        expect(await status()).toBe('collected')
      },
    )
  },
)

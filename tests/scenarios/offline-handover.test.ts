import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { beforeAll, expect } from 'vitest'
import { nowMs } from '~/core/clock'
import { addDays } from '~/core/days'
import { newId } from '~/core/ids'
import type { FieldFacts } from '~/features/field/model/field-facts'
import { getTotals } from '~/features/accounting/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { findHandover, findReservationView } from '~/features/reservations/queries.server'
import { loader as fieldData } from '~/routes/field-data/route'
import { action as fieldHandover } from '~/routes/field-handover/route'
import { createActor } from '~tests/support/actors'
import { accepts, opensSite, publishes, requests } from '~tests/support/answers'
import { TODAY } from '~tests/support/deal'
import { scenario } from '~tests/support/scenario'

scenario(
  {
    name: 'offline-handover',
    title: 'A handover in a basement without a network',
    purpose:
      'Doors are handed over where they are, and no network reaches there. What was counted and signed on one phone must arrive once and whole, and prove as much as on a screen upstairs.',
    actors: {
      Karim: 'site manager in Montreuil, gives materials',
      Claire: 'joiner in Montreuil, takes materials',
      Phone: 'Karim’s phone, which keeps what it could not send',
    },
  },
  ({ step, travelTo, database }) => {
    let karim: Actor, claire: Actor
    let reservationId: string
    let signed: Record<string, string>
    const next = addDays(TODAY, 1)
    /** Karim's phone is never set: its clock is two days fast. */
    const FAST = 2 * 86_400_000
    const sends = async (actor: Actor | null, change: Record<string, string> = {}) => {
      const sentAtMs = String(nowMs() + FAST)
      const request = await requestAs(actor, '/terrain/remise', { ...signed, sentAtMs, ...change })
      const reply = (await answerOf(fieldHandover(argsOf(request)))) as Response
      return { status: reply.status, body: (await reply.json()) as Record<string, unknown> }
    }
    const ledgerRows = () =>
      database().writer.prepare('select count(*) from ledger_rows').pluck().get() as number
    const statusOf = async () => (await findReservationView(reservationId))?.status
    const year = () => ({ from: `${TODAY.slice(0, 4)}-01-01`, until: addDays(next, 1) })

    beforeAll(async () => {
      karim = await createActor('giver')
      claire = await createActor('taker', { communeCode: '93048' })
      const lotId = await publishes(karim, await opensSite(karim))
      reservationId = await requests(claire, lotId, 8)
      await accepts(karim, reservationId)
    })

    step(
      'Karim',
      'opens the product on his phone before he goes down',
      'the phone keeps what the handover needs: who comes, for how many doors',
      async () => {
        const reply = await fieldData(argsOf(await requestAs(karim, '/terrain/donnees')))
        const facts = (await reply.json()) as FieldFacts
        expect(facts.reservations).toMatchObject([{ id: reservationId, side: 'giver', quantityMilli: 8000 }])
      },
    )

    step(
      'Claire',
      'counts seven doors with him, one is split, and both sign 280 kg on his phone',
      'nothing has left the phone: for everyone else the doors are still reserved, and nothing is counted',
      async () => {
        signed = {
          ...{ compte: karim.userId, id: newId(), reservationId, counted: '7', massKg: '280' },
          ...{ reason: 'broken', difference: 'Une porte fendue' },
          ...{ signedName: 'Karim Haddad', otherName: 'Claire Morin', countedAtMs: String(nowMs() + FAST) },
        }
        expect(await statusOf()).toBe('accepted')
        expect(ledgerRows()).toBe(0)
      },
    )

    step(
      'Phone',
      'finds a network the next morning, and sends',
      'the handover is complete with both signatures, the difference and its reason, dated by the day in the basement although the phone’s clock is two days fast, and one row of the ledger counts 280 kg',
      async () => {
        travelTo(next)
        expect(await sends(karim)).toMatchObject({ status: 200, body: { ok: true } })
        expect(await statusOf()).toBe('collected')
        const { handover, confirmations } = await findHandover(reservationId)
        expect(handover).toMatchObject({ massG: 280_000, handedOverOn: TODAY, receivedAtMs: nowMs() })
        expect(confirmations.map(({ side, signedName, massG }) => [side, signedName, massG]).sort()).toEqual([
          ['giver', 'Karim Haddad', 280_000],
          ['taker', 'Claire Morin', 280_000],
        ])
        expect(ledgerRows()).toBe(1)
        expect(await getTotals(year())).toMatchObject({ massG: 280_000, handovers: 1 })
      },
    )

    step(
      'Phone',
      'sends again, because the answer was lost on the stairs',
      'the answer is the same, and nothing is counted twice',
      async () => {
        for (let times = 0; times < 2; times += 1)
          expect(await sends(karim)).toMatchObject({ status: 200, body: { ok: true } })
        expect(ledgerRows()).toBe(1)
        expect((await findHandover(reservationId)).confirmations).toHaveLength(2)
      },
    )

    step(
      'Phone',
      'is lent to Claire, who is signed in there, and sends what Karim’s account kept',
      'it is refused: what was signed under an account is sent by it alone',
      async () => {
        const other = { id: newId(), counted: '8', massKg: '320' }
        expect(await sends(claire, other)).toMatchObject({ status: 409, body: { cause: 'other-account' } })
        expect(await sends(null, other)).toMatchObject({ status: 403, body: { cause: 'session' } })
        expect(ledgerRows()).toBe(1)
      },
    )
  },
)

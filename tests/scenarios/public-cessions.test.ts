import { beforeAll, expect } from 'vitest'
import { addDays } from '~/core/days'
import { newId } from '~/core/ids'
import { setCessionTerms, setDelegation } from '~/features/attribution/commands/set-cession.server'
import { setOrganisationCriteria } from '~/features/attribution/commands/set-criteria.server'
import { setPublicRules } from '~/features/attribution/commands/set-public-rules.server'
import { NO_TERMS } from '~/features/attribution/model/public-checks'
import { SHIPPED_RULES } from '~/features/attribution/model/public-rules'
import { findDecision, listDecisions } from '~/features/attribution/queries/decisions.server'
import { criteriaInForce, findUndertaking } from '~/features/attribution/queries.server'
import { findReservationView } from '~/features/reservations/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { readAnswerPanel } from '~/http/answer-grounds.server'
import { createActor } from '~tests/support/actors'
import { granted, opensSite, publishes } from '~tests/support/answers'
import { TODAY } from '~tests/support/deal'
import { scenario } from '~tests/support/scenario'

scenario(
  {
    name: 'public-cessions',
    title: 'A commune gives doors and sells radiators',
    purpose:
      'Public goods are not given to whoever asks. The product holds each request against dated rules, says what to do when one is not met, and keeps what the answer was founded on, for both sides and for whoever checks later.',
    actors: {
      Farida: 'building manager of a commune, gives and sells',
      Amina: 'runs an association of general interest',
      Victor: 'runs a joinery, a company',
      Hugo: 'of the Métropole’s team, keeps the rules',
    },
  },
  ({ step, travelTo, database }) => {
    let farida: Actor, amina: Actor, victor: Actor, hugo: Actor
    let siteId: string, doors: string, radiators: string
    let ofVictor: string, ofAmina: string, sale: string
    const asks = (actor: Actor, lotId: string, units: number, promise = true) => {
      const noResale = promise ? ({ noResale: 'yes' } as const) : {}
      return requestReservation({
        ...{ actor, lotId, id: newId(), quantity: units * 1000, message: '' },
        ...noResale,
      })
    }
    const answers = (reservationId: string, action: 'accept' | 'refuse', reason = '') =>
      decideReservation({
        ...{ actor: farida, reservationId, action, reason },
        criterion: action === 'accept' ? 'general-interest' : 'other',
      })
    const panelFor = async (actor: Actor, id: string) =>
      readAnswerPanel((await findReservationView(id))!, actor)
    const findingsFor = async (actor: Actor, id: string) =>
      (await panelFor(actor, id)).grounds?.checks.map(({ finding }) => finding)
    const lotOf = (id: string) => ({ id, organisationId: farida.organisationId })

    beforeAll(async () => {
      farida = await createActor('agent', { name: 'Ville Donneuse', isGiver: true })
      amina = await createActor('taker', { name: 'Les Portes Ouvertes', kind: 'general-interest' })
      victor = await createActor('taker', { name: 'Menuiserie Victor' })
      hugo = await createActor('admin')
    })

    step(
      'Farida',
      'publishes the criteria of the commune, then twelve doors for free',
      'whoever opens the lot reads the criteria before asking',
      async () => {
        const criteria = ['general-interest', 'social-economy', 'quantity', 'nearest', 'first'] as const
        granted(await setOrganisationCriteria({ actor: farida, criteria }))
        siteId = await opensSite(farida)
        doors = await publishes(farida, siteId)
        expect(await criteriaInForce(lotOf(doors))).toEqual({
          criteria,
          source: 'organisation',
          isFixed: false,
        })
      },
    )
    step(
      'Victor',
      'asks for eight doors without promising not to sell them again, then with the promise',
      'the first request is not taken, the second is',
      async () => {
        expect(await asks(victor, doors, 8, false)).toMatchObject({
          error: { code: 'undertaking-required', field: 'noResale' },
        })
        ofVictor = granted(await asks(victor, doors, 8)).id
        expect(await findUndertaking(ofVictor)).toMatchObject({ by: victor.name })
      },
    )
    step(
      'Amina',
      'asks for four doors after him',
      'the criteria put her first, and a change of the commune’s criteria no longer touches this lot',
      async () => {
        ofAmina = granted(await asks(amina, doors, 4)).id
        granted(await setOrganisationCriteria({ actor: farida, criteria: ['first'] }))
        const { grounds } = await panelFor(farida, ofAmina)
        expect(grounds?.ranking.map(({ takerName, decidedBy }) => [takerName, decidedBy])).toEqual([
          ['Les Portes Ouvertes', null],
          ['Menuiserie Victor', 'general-interest'],
        ])
        expect((await panelFor(victor, ofVictor)).grounds?.ranking).toEqual([])
      },
    )
    step(
      'Farida',
      'wants to give Victor his doors',
      'the acceptance is refused, and she reads the ways out: sell, have the council deliberate, or refuse',
      async () => {
        expect(await answers(ofVictor, 'accept', 'Premier arrivé')).toMatchObject({
          error: { code: 'cession-unchecked' },
        })
        expect(await findingsFor(farida, ofVictor)).toEqual([
          'kinds-unlisted',
          'ceiling-unknown',
          'resale-undertaken',
        ])
        expect(await findingsFor(victor, ofVictor)).toEqual(await findingsFor(farida, ofVictor))
      },
    )
    step(
      'Farida',
      'estimates a door at 40 euros and accepts Amina',
      'every rule is met, and the answer follows the order',
      async () => {
        const terms = { ...NO_TERMS, marketUnitCents: 4000 }
        granted(await setCessionTerms({ actor: farida, lot: lotOf(doors), terms }))
        granted(await answers(ofAmina, 'accept'))
        expect(await findDecision(ofAmina)).toMatchObject({
          outcome: 'accepted',
          isAgainst: false,
          criteriaSource: 'organisation',
          rulesVersion: 'r0',
          checks: [
            { finding: 'kinds-listed', isMet: true },
            { finding: 'ceiling-under', cents: 4000, limitCents: 30_000 },
            { finding: 'resale-undertaken' },
          ],
        })
      },
    )
    step(
      'Farida',
      'refuses Victor, with the way out he has',
      'he reads the reason, the criteria that were in force and the rule with its text of law',
      async () => {
        granted(await answers(ofVictor, 'refuse', 'Don réservé ; les radiateurs seront vendus.'))
        const { decision } = await panelFor(victor, ofVictor)
        expect(decision).toMatchObject({
          reason: 'Don réservé ; les radiateurs seront vendus.',
          criteria: ['general-interest', 'social-economy', 'quantity', 'nearest', 'first'],
        })
        expect(decision?.checks[0]).toMatchObject({
          finding: 'kinds-unlisted',
          source: SHIPPED_RULES.rules.giftKindsSource,
        })
      },
    )
    step(
      'Farida',
      'puts twenty radiators up for sale at 60 euros, worth 80, and Victor asks for them all',
      'two points are left to settle: nobody delegated her mayor, and the price is under the value',
      async () => {
        radiators = await publishes(farida, siteId, {
          ...{ title: 'Radiateurs en fonte', material: 'hvac-plumbing', attributes: {} },
          ...{ quantity: '20', unitPrice: '60' },
        })
        const terms = { ...NO_TERMS, marketUnitCents: 8000 }
        granted(await setCessionTerms({ actor: farida, lot: lotOf(radiators), terms }))
        sale = granted(await asks(victor, radiators, 20, false)).id
        expect(await findingsFor(farida, sale)).toEqual(['sale-undelegated', 'market-unjustified'])
        expect(await answers(sale, 'accept')).toMatchObject({ error: { code: 'cession-unchecked' } })
      },
    )
    step(
      'Farida',
      'records the delegation and writes why the price is low, then accepts',
      'the sale of 1,200 euros is founded on the delegation, and says so to both sides',
      async () => {
        const delegation = { reference: 'DEL-2026-041', on: addDays(TODAY, -90) }
        granted(await setDelegation({ actor: farida, delegation }))
        const terms = {
          ...{ marketUnitCents: 8000, belowMarketReason: 'Dépose à la charge du repreneur' },
          deliberation: null,
        }
        granted(await setCessionTerms({ actor: farida, lot: lotOf(radiators), terms }))
        granted(await answers(sale, 'accept'))
        const { decision } = await panelFor(victor, sale)
        expect(decision?.checks).toMatchObject([
          { finding: 'sale-delegated', cents: 120_000, act: delegation },
          { finding: 'market-justified', reason: 'Dépose à la charge du repreneur' },
        ])
      },
    )
    step(
      'Hugo',
      'lowers the sale threshold to 1,000 euros from next month on',
      'nothing changes today nor in answers already given; next month, a sale of 1,200 euros needs a deliberation',
      async () => {
        granted(
          await setPublicRules({
            ...{ actor: hugo, seen: 'r0', validFrom: addDays(TODAY, 30) },
            rules: { ...SHIPPED_RULES.rules, saleThresholdCents: 100_000 },
            reason: 'Essai d’un seuil plus prudent',
          }),
        )
        const more = await publishes(farida, siteId, { quantity: '20', unitPrice: '60' })
        const terms = { ...NO_TERMS, marketUnitCents: 6000 }
        granted(await setCessionTerms({ actor: farida, lot: lotOf(more), terms }))
        const again = granted(await asks(victor, more, 20, false)).id
        expect(await findingsFor(farida, again)).toEqual(['sale-delegated', 'market-fair'])
        travelTo(addDays(TODAY, 30))
        expect(await findingsFor(farida, again)).toEqual(['sale-over', 'market-fair'])
        expect((await findDecision(sale))?.checks[0]).toMatchObject({ finding: 'sale-delegated' })
      },
    )
    step(
      'Hugo',
      'lists the answers given',
      'the three are there with their order and reason, and nobody can rewrite one',
      async () => {
        const all = await listDecisions({})
        expect(all.map(({ takerName, outcome }) => [takerName, outcome])).toEqual([
          ['Menuiserie Victor', 'accepted'],
          ['Menuiserie Victor', 'refused'],
          ['Les Portes Ouvertes', 'accepted'],
        ])
        expect(await listDecisions({ isAgainst: true })).toEqual([])
        for (const change of ['DELETE FROM', 'UPDATE']) {
          const rest = change === 'UPDATE' ? ' SET reason = 1' : ''
          expect(() => database().writer.exec(`${change} attribution_decisions${rest}`)).toThrow(
            'append-only',
          )
        }
      },
    )
  },
)

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { setCessionTerms, setDelegation } from '~/features/attribution/commands/set-cession.server'
import { setLotCriteria, setOrganisationCriteria } from '~/features/attribution/commands/set-criteria.server'
import { setPublicRules } from '~/features/attribution/commands/set-public-rules.server'
import { NO_TERMS } from '~/features/attribution/model/public-checks'
import { SHIPPED_RULES } from '~/features/attribution/model/public-rules'
import { findDecision, listDecisions } from '~/features/attribution/queries/decisions.server'
import {
  criteriaInForce,
  findProfile,
  findUndertaking,
  rulesInForce,
} from '~/features/attribution/queries.server'
import { criteriaSchema, publicRulesSchema } from '~/features/attribution/schema'
import { changeLotStatus } from '~/features/lots/commands/change-lot-status.server'
import { setCommuneSides } from '~/features/organisations/commands/set-commune-sides.server'
import { findOrganisation } from '~/features/organisations/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { decideReservation } from '~/features/reservations/commands/decide-reservation.server'
import { requestReservation } from '~/features/reservations/commands/request-reservation.server'
import { undertakeNoResale } from '~/features/reservations/commands/undertake-no-resale.server'
import { withdrawLot } from '~/features/reservations/commands/withdraw-lot.server'
import { findReservationView } from '~/features/reservations/queries.server'
import { answerColumns } from '~/http/answer-columns.server'
import { readAnswerPanel } from '~/http/answer-grounds.server'
import { toCsv } from '~/http/csv.server'
import { createActor } from '~tests/support/actors'
import { granted } from '~tests/support/answers'
import { makeLot, makeSite, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

let database: TestDatabase
let giver: Actor, near: Actor, club: Actor, lotId: string
let now = Date.parse('2026-09-15T10:00:00Z')
beforeEach(async () => {
  now = Date.parse('2026-09-15T10:00:00Z')
  setClock({ now: () => now })
  database = await openTestDatabase()
  giver = await createActor('giver', { communeCode: '93066' })
  near = await createActor('taker', { communeCode: '93066', name: 'Atelier Voisin' })
  club = await createActor('taker', { communeCode: '94041', name: 'Club Lointain', kind: 'association' })
  lotId = await makeLot(giver, await makeSite(giver), 100)
})
afterEach(() => {
  database.remove()
  setClock()
})

const lot = () => ({ id: lotId, organisationId: giver.organisationId })
const asks = async (actor: Actor, units: number) => {
  now += 60_000
  return granted(await requestReservation({ actor, lotId, id: newId(), quantity: units * 1000, message: '' }))
    .id
}
const answers = (reservationId: string, action: 'accept' | 'refuse', reason = '', actor = giver) =>
  decideReservation({ actor, reservationId, action, criterion: 'other', reason })
const panelOf = async (id: string, actor: Actor) => readAnswerPanel((await findReservationView(id))!, actor)

describe('criteria', () => {
  it('are the lot’s own, else the organisation’s, else none', async () => {
    expect(await criteriaInForce(lot())).toMatchObject({ source: 'none', criteria: ['first'] })
    granted(await setOrganisationCriteria({ actor: giver, criteria: ['association', 'first'] }))
    expect(await criteriaInForce(lot())).toMatchObject({ source: 'organisation' })
    granted(await setLotCriteria({ actor: giver, lot: lot(), criteria: ['nearest'] }))
    expect(await criteriaInForce(lot())).toMatchObject({ source: 'lot', criteria: ['nearest'] })
    granted(await setLotCriteria({ actor: giver, lot: lot(), criteria: [] }))
    expect(await criteriaInForce(lot())).toMatchObject({ source: 'organisation' })
  })

  it('stay as whoever waits read them, and follow the organisation again once nobody waits', async () => {
    granted(await setOrganisationCriteria({ actor: giver, criteria: ['association'] }))
    const asked = await asks(near, 5)
    granted(await setOrganisationCriteria({ actor: giver, criteria: ['quantity'] }))
    expect(await criteriaInForce(lot())).toMatchObject({ criteria: ['association'], isFixed: true })
    const refusal = await setLotCriteria({ actor: giver, lot: lot(), criteria: ['nearest'] })
    expect(refusal).toMatchObject({ error: { code: 'criteria-fixed' } })
    granted(await answers(asked, 'accept'))
    expect(await criteriaInForce(lot())).toMatchObject({ criteria: ['quantity'], isFixed: false })
  })

  it('are set by owners of givers, for their own lots alone', async () => {
    const criteria = ['first'] as const
    const member = { ...giver, membership: 'member' } as const
    for (const actor of [member, near]) {
      expect(await setOrganisationCriteria({ actor, criteria })).toMatchObject({
        error: { code: 'forbidden' },
      })
    }
    const stranger = await createActor('giver')
    expect(await setLotCriteria({ actor: stranger, lot: lot(), criteria })).toMatchObject({
      error: { code: 'not-found' },
    })
    expect((await findProfile(giver.organisationId)).criteria).toBeNull()
  })
})

describe('an answer', () => {
  it('against a published order needs a reason, which every taker then reads', async () => {
    granted(await setOrganisationCriteria({ actor: giver, criteria: ['association', 'nearest'] }))
    const first = await asks(near, 40)
    const preferred = await asks(club, 10)
    expect(await answers(first, 'accept')).toMatchObject({
      error: { code: 'against-order', field: 'reason' },
    })
    expect(await answers(preferred, 'refuse')).toMatchObject({ error: { code: 'against-order' } })
    expect((await findReservationView(first))?.status).toBe('requested')
    granted(await answers(first, 'accept', 'Vient demain avec son camion'))
    const decision = await findDecision(first)
    expect(decision).toMatchObject({ isAgainst: true, reason: 'Vient demain avec son camion' })
    expect(decision?.ranking.map(({ takerName, rank }) => [takerName, rank])).toEqual([
      ['Club Lointain', 1],
      ['Atelier Voisin', 2],
    ])
    granted(await answers(preferred, 'refuse', 'Plus de place sur le quai'))
    expect((await panelOf(preferred, club)).decision).toMatchObject({ reason: 'Plus de place sur le quai' })
  })

  it('keeps the criteria and facts of its day, whatever changes later', async () => {
    granted(await setOrganisationCriteria({ actor: giver, criteria: ['association'] }))
    const asked = await asks(club, 10)
    granted(await answers(asked, 'accept'))
    const before = await findDecision(asked)
    granted(await setOrganisationCriteria({ actor: giver, criteria: ['quantity'] }))
    database.writer.exec("UPDATE organisations SET kind = 'company'")
    expect(await findDecision(asked)).toEqual(before)
    expect(before).toMatchObject({ criteria: ['association'], ranking: [{ kind: 'association' }] })
  })

  it('asks nothing of who published no criteria, and still keeps the order of arrival', async () => {
    const first = await asks(near, 4)
    const second = await asks(club, 4)
    granted(await answers(second, 'accept'))
    const { criteriaSource, isAgainst, ranking } = (await findDecision(second))!
    expect({ criteriaSource, isAgainst }).toEqual({ criteriaSource: 'none', isAgainst: false })
    expect(ranking.map(({ reservationId }) => reservationId)).toEqual([first, second])
  })

  it('shows a taker the facts of others without their names, and nothing of them before', async () => {
    const first = await asks(near, 4)
    const second = await asks(club, 4)
    const waiting = await panelOf(first, near)
    expect(waiting.grounds?.ranking).toEqual([])
    expect((await panelOf(first, giver)).grounds?.ranking).toHaveLength(2)
    granted(await answers(first, 'accept'))
    const text = JSON.stringify(await panelOf(first, near))
    for (const secret of ['Club Lointain', second, club.organisationId]) expect(text).not.toContain(secret)
    expect(text).toContain('Atelier Voisin')
  })

  it('is kept of requests that a withdrawal refuses, and not of those that run out or are taken back', async () => {
    const refused = await asks(near, 4)
    const cancelled = await asks(club, 4)
    granted(await decideReservation({ actor: club, reservationId: cancelled, action: 'cancel', reason: '' }))
    granted(await withdrawLot({ actor: giver, lotId, reason: 'Retiré' }))
    const all = await listDecisions({})
    expect(all).toMatchObject([{ reservationId: refused, outcome: 'refused', criterion: 'unavailable' }])
  })

  it('is exported with its facts', async () => {
    granted(await setOrganisationCriteria({ actor: giver, criteria: ['association', 'first'] }))
    const asked = await asks(club, 10)
    granted(await answers(asked, 'accept', 'Oui'))
    const csv = toCsv(answerColumns('fr'), await listDecisions({ outcome: 'accepted' }))
    expect(csv).toContain('Club Lointain;association;10;')
    expect(csv).toContain('"les associations d’abord ; la première demande d’abord";1;une seule demande;')
    expect(await listDecisions({ outcome: 'refused' })).toEqual([])
  })
})

describe('a public giver', () => {
  let town: Actor
  beforeEach(async () => {
    town = await createActor('agent', { isGiver: true, communeCode: '93066' })
    lotId = await makeLot(town, await makeSite(town), 100)
  })
  const ask = (actor: Actor, more: object = {}) =>
    requestReservation({ actor, lotId, id: newId(), quantity: 4000, message: '', ...more })

  it('takes no request for a gift without the promise; private givers do', async () => {
    expect(await ask(club)).toMatchObject({ error: { code: 'undertaking-required' } })
    const { id } = granted(await ask(club, { noResale: 'yes' }))
    expect(await findUndertaking(id)).toMatchObject({ atMs: now })
    lotId = await makeLot(giver, await makeSite(giver), 10)
    const own = granted(await ask(club, { noResale: 'yes' }))
    expect(await findUndertaking(own.id)).toBeNull()
    expect((await panelOf(own.id, giver)).grounds?.checks).toEqual([])
  })

  it('lets the taker promise later, when a sale has become a gift', async () => {
    database.writer.exec(`UPDATE lots SET unit_price_cents = 500 WHERE id = '${lotId}'`)
    const { id } = granted(await ask(club))
    database.writer.exec(`UPDATE lots SET unit_price_cents = 0 WHERE id = '${lotId}'`)
    expect((await panelOf(id, club)).promiseSource).toBe(SHIPPED_RULES.rules.resaleSource)
    for (const actor of [town, near]) {
      expect(await undertakeNoResale({ actor, reservationId: id })).toMatchObject({
        error: { code: 'not-found' },
      })
    }
    granted(await undertakeNoResale({ actor: club, reservationId: id }))
    granted(await undertakeNoResale({ actor: club, reservationId: id }))
    expect((await panelOf(id, club)).promiseSource).toBeNull()
    expect(await answers(id, 'refuse', 'Hors liste', town)).toMatchObject({ ok: true })
    expect(await undertakeNoResale({ actor: club, reservationId: id })).toMatchObject({
      error: { code: 'conflict' },
    })
  })

  it('counts the parts of one sale together', async () => {
    const delegation = { reference: 'DEL-1', on: TODAY }
    granted(await setDelegation({ actor: town, delegation }))
    database.writer.exec(`UPDATE lots SET unit_price_cents = 60000 WHERE id = '${lotId}'`)
    const ownLot = { id: lotId, organisationId: town.organisationId }
    granted(
      await setCessionTerms({ actor: town, lot: ownLot, terms: { ...NO_TERMS, marketUnitCents: 60_000 } }),
    )
    const one = granted(await ask(near)).id
    granted(await answers(one, 'accept', '', town))
    const two = granted(await ask(near)).id
    expect(await answers(two, 'accept', '', town)).toMatchObject({ error: { code: 'cession-unchecked' } })
    const other = granted(await ask(club)).id
    granted(await answers(other, 'accept', '', town))
  })

  it('alone records delegations and terms, for its own lots', async () => {
    const delegation = { reference: 'DEL-1', on: TODAY }
    const ownLot = { id: lotId, organisationId: town.organisationId }
    expect(await setDelegation({ actor: giver, delegation })).toMatchObject({ error: { code: 'forbidden' } })
    expect(await setCessionTerms({ actor: giver, lot: ownLot, terms: NO_TERMS })).toMatchObject({
      error: { code: 'not-found' },
    })
    granted(await setDelegation({ actor: town, delegation }))
    granted(await setDelegation({ actor: town, delegation }))
    const noted = "SELECT count(*) FROM events WHERE kind = 'delegation-recorded'"
    expect(database.writer.prepare(noted).pluck().get()).toBe(1)
    granted(await setDelegation({ actor: town, delegation: null }))
    expect((await findProfile(town.organisationId)).delegation).toBeNull()
  })

  it('becomes one when a commune says that it gives', async () => {
    const agent = await createActor('agent')
    granted(await setCommuneSides({ actor: agent, isGiver: true, isTaker: false }))
    expect(await findOrganisation(agent.organisationId)).toMatchObject({ isGiver: true, isTaker: false })
    expect(await setCommuneSides({ actor: giver, isGiver: false, isTaker: true })).toMatchObject({
      error: { code: 'forbidden' },
    })
    expect((await changeLotStatus({ actor: agent, lotId, status: 'paused' })).ok).toBe(false)
  })
})

describe('the rules for public givers', () => {
  const change = { rules: { ...SHIPPED_RULES.rules, giftCeilingCents: null }, reason: 'Décret du jour' }

  it('are versions of the Métropole’s team, each from its day on', async () => {
    const admin = await createActor('admin')
    const set = (seen: string, validFrom: string, actor = admin) =>
      setPublicRules({ actor, seen, validFrom, ...change })
    expect(await set('r0', TODAY, giver)).toMatchObject({ error: { code: 'forbidden' } })
    granted(await set('r0', '2026-10-01'))
    expect(await rulesInForce(TODAY)).toEqual(SHIPPED_RULES)
    expect(await rulesInForce('2026-10-01')).toMatchObject({
      version: 'r1',
      rules: { giftCeilingCents: null },
    })
    expect(await set('r0', TODAY)).toMatchObject({
      error: { code: 'rules-meanwhile', params: { version: 'r1' } },
    })
    expect(await set('r1', '2026-10-01')).toMatchObject({ error: { code: 'rules-same' } })
    granted(await set('r1', TODAY))
    expect(await rulesInForce(TODAY)).toMatchObject({ version: 'r2' })
    expect(await rulesInForce('2026-10-01')).toMatchObject({ version: 'r1' })
  })

  it('are read from the form, unticked boxes and an empty ceiling included', () => {
    const sources = Object.fromEntries(
      [
        'saleSource',
        'marketSource',
        'giftKindsSource',
        'giftCeilingSource',
        'resaleSource',
        'deliberationSource',
      ].map((key) => [key, 'Texte']),
    )
    const typed = { seen: 'r0', saleThreshold: '4 600', giftKinds: ['school'], validFrom: TODAY, ...sources }
    const { rules } = publicRulesSchema.parse({ ...typed, reason: 'Relu par le service juridique' })
    expect(rules).toEqual({
      saleThresholdCents: 460_000,
      giftCeilingCents: null,
      giftKinds: ['school'],
      isBelowMarketJustified: false,
      isResaleForbidden: false,
      isDeliberationAllowing: false,
      ...sources,
    })
    expect(publicRulesSchema.safeParse({ ...typed, reason: 'court' }).success).toBe(false)
  })
})

describe('the form of criteria', () => {
  it('closes up empty places, takes one list or many, and refuses repeats', () => {
    const read = (criteria: unknown) => criteriaSchema.safeParse({ intent: 'criteria', criteria })
    expect(read(['association', undefined, 'first']).data?.criteria).toEqual(['association', 'first'])
    expect(read(undefined).data?.criteria).toEqual([])
    expect(read(['first', undefined, 'first']).error?.issues[0]?.message).toBe('repeated_criterion')
    expect(read(['astrology']).success).toBe(false)
  })
})

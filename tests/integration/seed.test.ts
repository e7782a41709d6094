import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sheetOf } from '~/core/attributes/sheets'
import { parseAttributes } from '~/core/attributes/values'
import { setClock } from '~/core/clock'
import type { MaterialType } from '~/core/material-types'
import { calendarYear } from '~/core/period'
import { isId } from '~/core/ids'
import { HANDED_OVER_STATUSES, LIVE_STATUSES } from '~/core/reservation-status'
import { listCommuneAccounts, type CommuneAccount } from '~/features/accounting/queries/accounts.server'
import { DEMO_ACCOUNTS } from '~/features/identity/model/demo-accounts'
import { findLotsForNeed, findNeedsForLot } from '~/features/matching/queries.server'
import { searchLots } from '~/features/lots/queries.server'
import { findSharedLot, listShares } from '~/features/lots/queries/shares.server'
import { searchNeeds } from '~/features/needs/queries.server'
import { countBoardPairs, findUrgentPairs } from '~/features/matching/queries/pair-board.server'
import { countReservationsOfPairs } from '~/features/reservations/queries/of-pairs.server'
import { verifyPaper } from '~/features/reservations/verify-paper.server'
import { hasOrganisations, seedDemo } from '~db/seed/seed-demo'
import { isLuhnValid } from '~db/seed/siret'
import { setupDatabase, type TestSetup } from '~tests/support/database'
import { contents, decisionsOf, writtenAttributes } from '~tests/support/seed-contents'

function scalar({ database }: TestSetup, query: string): unknown {
  return database.writer.prepare(query).pluck().get()
}

function sheetsOf({ database }: TestSetup, table: 'lots' | 'needs') {
  const rows = database.writer.prepare(`select material, attributes from ${table}`).all() as {
    material: MaterialType
    attributes: string
  }[]
  return rows.map(({ material, attributes }) => ({
    material,
    attributes: JSON.parse(attributes) as Record<string, unknown>,
  }))
}

async function cohorts(baseDay: string): Promise<CommuneAccount[]> {
  const accounts = await listCommuneAccounts(calendarYear(Number(baseDay.slice(0, 4))))
  return accounts.filter(({ account }) => account.siteIds.length > 0)
}

describe.each(['2026-06-10', '2026-11-23', '2026-12-31', '2027-01-01', '2028-02-29'])(
  'the demo of %s',
  (baseDay) => {
    let setup: TestSetup
    let counts: Awaited<ReturnType<typeof seedDemo>>

    beforeAll(async () => {
      setup = await setupDatabase()
      counts = await seedDemo({ baseDay, pictures: 'none' })
      setClock({ now: () => Date.parse(`${baseDay}T09:00:00Z`) })
    })
    afterAll(() => {
      setClock()
      setup.cleanup()
    })

    it('has a marketplace of rows', () => {
      expect(counts).toMatchObject({ organisations: 45, lots: 407 })
      expect(counts.sites).toBeGreaterThanOrEqual(75)
      expect(counts.inventories).toBeGreaterThanOrEqual(50)
      expect(counts.needs).toBeGreaterThanOrEqual(230)
      expect(counts.handovers).toBeGreaterThanOrEqual(110)
      expect(scalar(setup, 'select count(*) from ledger_entries')).toBe(counts.handovers)
      expect(scalar(setup, 'select count(distinct commune_code) from sites')).toBeGreaterThanOrEqual(45)
      expect(scalar(setup, 'select count(distinct status) from reservations')).toBe(8)
    })

    it('leaves a sound database', () => {
      expect(setup.database.writer.pragma('foreign_key_check')).toEqual([])
      expect(setup.database.writer.pragma('integrity_check', { simple: true })).toBe('ok')
    })

    it('conserves the stock: what is free is the quantity less what is held', () => {
      const wrong = `select count(*) from lots l where available_milli <> quantity_milli - (
        select coalesce(sum(r.quantity_milli), 0) from reservations r
        where r.lot_id = l.id
          and r.status in ('requested', 'accepted', 'scheduled', 'disputed', 'collected', 'reinstalled'))`
      expect(scalar(setup, wrong)).toBe(0)
    })

    it('completes handovers that both sides signed alike, of collected reservations only', () => {
      const signed = `select count(*) from handovers h where 2 = (
        select count(*) from handover_confirmations c
        where c.reservation_id = h.reservation_id and c.mass_g = h.mass_g)`
      expect(scalar(setup, signed)).toBe(counts.handovers)
      expect(
        scalar(setup, `select count(*) from reservations where status in ('collected', 'reinstalled')`),
      ).toBe(counts.handovers)
    })

    it('issues two documents of each handover, whose facts have their fingerprint', async () => {
      const rows = setup.database.writer.prepare('select number, facts_sha256 from handover_papers').all()
      expect(rows).toHaveLength(2 * counts.handovers)
      const [first] = rows as { number: string }[]
      expect(await verifyPaper(first!.number)).toMatchObject({ kind: 'known', isAuthentic: true })
    })

    it('tells each reservation in order, and nothing of the future', () => {
      const start = Date.parse(`${baseDay}T00:00:00Z`)
      expect(scalar(setup, `select count(*) from events where at_ms >= ${start}`)).toBe(0)
      const late = `select count(*) from handovers h join reservations r on r.id = h.reservation_id
        join lots l on l.id = r.lot_id
        where r.created_at_ms < l.published_at_ms - 86400000 or h.handed_over_on < l.available_from
          or h.handed_over_on >= l.available_until or h.completed_at_ms <= r.created_at_ms`
      expect(scalar(setup, late)).toBe(0)
    })

    it('gives at least 30 communes a rate, none above 100 %, none beyond what is reusable', async () => {
      const accounts = await cohorts(baseDay)
      expect(accounts.length).toBeGreaterThanOrEqual(30)
      for (const { account } of accounts) {
        expect(account.localReuse.rate).not.toBeNull()
        expect(account.localReuse.flagged).toBe(false)
        expect(account.realisation.flagged).toBe(false)
      }
    })

    it('finds a need for most open lots, and a lot for most open needs', async () => {
      const { lots } = await searchLots({}, { size: 1000, number: 1 })
      const { needs } = await searchNeeds({}, { size: 1000, number: 1 })
      const matchedLots = await Promise.all(lots.map((lot) => findNeedsForLot(lot, 1)))
      const matchedNeeds = await Promise.all(needs.map((need) => findLotsForNeed(need, 1)))
      expect(lots.length).toBeGreaterThan(150)
      expect(matchedLots.filter((found) => found.length > 0).length).toBeGreaterThan(lots.length * 0.9)
      expect(matchedNeeds.filter((found) => found.length > 0).length).toBeGreaterThan(needs.length * 0.9)
    })

    it('fills the sheets of lots and needs with what belongs there', () => {
      for (const { material, attributes } of sheetsOf(setup, 'lots')) {
        const texts = Object.fromEntries(
          Object.entries(attributes).map(([key, value]) => [key, value === true ? 'on' : String(value)]),
        )
        expect(parseAttributes(material, texts)).toEqual({ ok: true, values: attributes })
      }
      const needs = sheetsOf(setup, 'needs')
      for (const { material, attributes } of needs) {
        expect(sheetOf(material)).toEqual(expect.arrayContaining(Object.keys(attributes)))
      }
      const asking = needs.filter(({ attributes }) => Object.keys(attributes).length > 0)
      expect(asking.length).toBeGreaterThan(60)
    })

    it('lets a search read of each lot what its sheet says', () => {
      const written = writtenAttributes(setup)
      const read = setup.database.writer
        .prepare('select lot_id, key, word, number_milli from lot_attributes')
        .raw()
        .all()
      expect(written.length).toBeGreaterThan(1200)
      expect(read.map(String).sort()).toEqual(written.map(String).sort())
    })

    it('hides from visitors the lots that are still shown by stages, and lets nobody else reserve them', async () => {
      const staged = `from lots where status = 'published' and public_from > '${baseDay}'`
      const hidden = setup.database.writer.prepare(`select id ${staged}`).pluck().all() as string[]
      expect(hidden.length).toBeGreaterThanOrEqual(3)
      expect(scalar(setup, `select count(*) ${staged} and territory = 'ept'`)).toBeGreaterThanOrEqual(1)
      const { lots } = await searchLots({}, { size: 1000, number: 1 })
      expect(lots.filter(({ id }) => hidden.includes(id))).toEqual([])
      expect(scalar(setup, `select count(*) from reservations where lot_id in (select id ${staged})`)).toBe(0)
    })

    it('arranges pickups on days that the lot allows, agreed before now', () => {
      const start = Date.parse(`${baseDay}T00:00:00Z`)
      const arranged = `from reservations r join lots l on l.id = r.lot_id where r.pickup_on is not null`
      const agreed = `${arranged} and r.status = 'scheduled' and r.pickup_agreed_at_ms is not null`
      const proposed = `${arranged} and r.status = 'accepted' and r.pickup_agreed_at_ms is null`
      expect(scalar(setup, `select count(*) ${agreed}`)).toBeGreaterThan(3)
      expect(scalar(setup, `select count(*) ${proposed}`)).toBeGreaterThan(3)
      const wrong = `${arranged} and (r.pickup_on < l.available_from or r.pickup_on >= l.available_until
        or r.pickup_agreed_at_ms >= ${start} or r.pickup_part is null or r.pickup_proposed_by is null)`
      expect(scalar(setup, `select count(*) ${wrong}`)).toBe(0)
    })

    it('tells what a commune gave, refused to the demo taker and sold, each answer with its grounds', () => {
      const answered = `select count(*) from reservations where status in
        ('accepted', 'scheduled', 'disputed', 'collected', 'reinstalled', 'refused')`
      expect(scalar(setup, 'select count(*) from attribution_decisions')).toBe(scalar(setup, answered))
      const accepted = decisionsOf(setup, 'accepted').flatMap(({ checks }) => checks)
      expect(accepted.filter(({ isMet }) => !isMet)).toEqual([])
      const findings = accepted.map(({ finding }) => finding)
      expect(findings).toEqual(expect.arrayContaining(['kinds-listed', 'sale-delegated']))
      const takerId = scalar(
        setup,
        `select m.organisation_id from memberships m join users u on u.id = m.user_id
        where u.email = 'entreprise@demo.gisement.example'`,
      )
      const told = decisionsOf(setup, 'refused').filter((decision) => decision.takerId === takerId)
      const grounds = told.flatMap(({ checks }) => checks.map(({ finding }) => finding))
      expect(grounds).toContain('kinds-unlisted')
      const waiting = `select count(*) from (select r.lot_id from reservations r
        join attribution_profiles p on p.organisation_id = r.giver_organisation_id
        where r.status = 'requested' group by r.lot_id having count(*) > 1) as contested`
      expect(scalar(setup, waiting)).toBeGreaterThan(0)
    })

    it('has a slot agreed exactly where a reservation says so', () => {
      const wrong = `select count(*) from reservations where (status = 'scheduled' and pickup_agreed_at_ms is null)
        or (status in ('requested', 'accepted') and pickup_agreed_at_ms is not null)`
      expect(scalar(setup, wrong)).toBe(0)
    })

    it('gives the demo accounts messages, a dispute to settle, and places in lines', () => {
      const giver = `(select m.organisation_id from memberships m join users u on u.id = m.user_id
        where u.email = 'chantier@demo.gisement.example')`
      const theirs = `from reservations r where r.giver_organisation_id = ${giver}`
      expect(scalar(setup, `select count(*) ${theirs} and r.status = 'disputed'`)).toBe(1)
      expect(scalar(setup, `select count(*) ${theirs} and r.status = 'scheduled'`)).toBeGreaterThan(0)
      const open = `select count(*) from reservation_disputes d join reservations r on r.id = d.reservation_id
        where d.settled_at_ms is null and r.status = 'disputed'`
      expect(scalar(setup, open)).toBe(1)
      const written = `select count(*) from reservation_messages where reservation_id in (select r.id ${theirs})`
      expect(scalar(setup, written)).toBe(3)
      const awaited = `select count(*) from lot_waiters w join lots l on l.id = w.lot_id where l.organisation_id = ${giver}`
      expect(scalar(setup, awaited)).toBe(2)
      const tooEarly = `select count(*) from lot_waiters w join lots l on l.id = w.lot_id
        where w.quantity_milli <= l.available_milli`
      expect(scalar(setup, tooEarly)).toBe(0)
    })

    it('shows a lot of the demo giver behind a link that opens, beside one that ended and one taken back', async () => {
      const lotId = scalar(setup, 'select lot_id from lot_shares') as string
      const shares = await listShares(lotId)
      expect(shares.map(({ state }) => state)).toEqual(['open', 'revoked', 'expired'])
      const token = shares[0]!.url!.split('/').at(-1)!
      expect(await findSharedLot(token)).toMatchObject({ state: 'open' })
    })

    it('gives the demo giver a colleague and two drafts', () => {
      const giver = `(select m.organisation_id from memberships m join users u on u.id = m.user_id
        where u.email = 'chantier@demo.gisement.example')`
      expect(scalar(setup, `select count(*) from memberships where organisation_id = ${giver}`)).toBe(2)
      expect(scalar(setup, `select count(*) from lot_drafts where organisation_id = ${giver}`)).toBe(2)
    })

    it('shows the demo accounts pairs at each stage, some of them urgent', async () => {
      for (const email of DEMO_ACCOUNTS.map((account) => account.email).slice(0, 2)) {
        const of = setup.database.writer
          .prepare(
            'select m.organisation_id from memberships m join users u on u.id = m.user_id where u.email = ?',
          )
          .pluck()
        const organisationId = of.get(email) as string
        const stages = ['proposes', 'contactes', 'ecartes'] as const
        for (const stage of stages)
          expect(await countBoardPairs({ organisationId }, stage), stage).toBeGreaterThan(1)
        for (const statuses of [LIVE_STATUSES, HANDED_OVER_STATUSES]) {
          expect(await countReservationsOfPairs({ organisationId, statuses })).toBeGreaterThan(0)
        }
        expect((await findUrgentPairs(organisationId)).count).toBeGreaterThan(0)
      }
    })

    it('has the demo accounts, without a password', () => {
      for (const { email } of DEMO_ACCOUNTS) {
        const hash = `select password_hash from users join memberships on user_id = id where email = '${email}'`
        expect(scalar(setup, hash)).toBeNull()
      }
    })

    it('keeps the demo giver a surveyed site in Montreuil that ends this year, today at the earliest', () => {
      const mine = `from sites s join inventories i on i.site_id = s.id
        join memberships m on m.organisation_id = s.organisation_id
        join users u on u.id = m.user_id and u.email = 'chantier@demo.gisement.example'
        where s.commune_code = '93048' and s.starts_on <= '${baseDay}'
          and s.ends_on between '${baseDay}' and '${baseDay.slice(0, 4)}-12-31'`
      expect(scalar(setup, `select count(*) ${mine}`)).toBeGreaterThanOrEqual(1)
    })

    it('refuses to run twice', async () => {
      expect(await hasOrganisations()).toBe(true)
      await expect(seedDemo({ baseDay, pictures: 'none' })).rejects.toThrow('not empty')
    })
  },
)

describe('two demos of one base day', () => {
  it('are the same, row by row', async () => {
    const first = await setupDatabase()
    await seedDemo({ baseDay: '2026-11-23', pictures: 'none' })
    const one = contents(first)
    first.cleanup()
    const second = await setupDatabase()
    await seedDemo({ baseDay: '2026-11-23', pictures: 'none' })
    const two = contents(second)
    second.cleanup()
    expect(two).toEqual(one)
    expect(one.lots).toHaveLength(407)
  })

  it('have a median rate between 2 and 8 %, well-formed ids and right SIRET keys', async () => {
    const setup = await setupDatabase()
    await seedDemo({ baseDay: '2026-11-23', pictures: 'none' })
    const rates = (await cohorts('2026-11-23')).map(({ account }) => account.localReuse.rate!)
    const median = rates.sort((a, b) => a - b)[Math.floor(rates.length / 2)]!
    const ids = setup.database.writer.prepare('select id from lots').pluck().all() as string[]
    const sirets = setup.database.writer.prepare('select siret from organisations').pluck().all() as string[]
    setup.cleanup()
    expect(median).toBeGreaterThan(0.02)
    expect(median).toBeLessThan(0.08)
    expect(ids.every(isId)).toBe(true)
    expect(new Set(sirets).size).toBe(45)
    for (const siret of sirets) {
      expect(siret).toMatch(/^\d{14}$/)
      expect(isLuhnValid(siret) && isLuhnValid(siret.slice(0, 9))).toBe(true)
    }
  })
})

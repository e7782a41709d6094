import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { publishHead } from '~/features/accounting/commands/keep-chain.server'
import { answerCorrection, askCorrection } from '~/features/accounting/commands/correct-mass.server'
import { readCommuneYear } from '~/features/accounting/commune-year.server'
import { getTotals, listLedgerOfSites } from '~/features/accounting/queries.server'
import { listHeads } from '~/features/accounting/queries/chain.server'
import { listCorrections, listRowsOfHandover } from '~/features/accounting/queries/corrections.server'
import { verifyLedger } from '~/features/accounting/verify-ledger.server'
import { listMonthlyFigures } from '~/features/open-data/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { env } from '~/platform/env.server'
import { loader as entryCsv } from '~/routes/ledger-entry-csv/route'
import { createActor } from '~tests/support/actors'
import { granted } from '~tests/support/answers'
import { setupDatabase, type TestSetup } from '~tests/support/database'
import { makeActor, makeLot, makeSite, TODAY } from '~tests/support/deal'
import { gisement, gisementOn, handsOver, tamper } from '~tests/support/ledger'

const KG = 1000
const YEAR = { from: '2026-01-01', until: '2027-01-01' }
let setup: TestSetup
let now = Date.parse(`${TODAY}T12:00:00Z`)
let giver: Actor, taker: Actor, admin: Actor, stranger: Actor
let siteId: string, lotId: string
let first: string, second: string

beforeAll(async () => {
  setClock({ now: () => now })
  setup = await setupDatabase()
  giver = await makeActor('giver')
  taker = await makeActor('taker', '93048')
  stranger = await makeActor('giver')
  admin = await createActor('admin')
  siteId = await makeSite(giver)
  lotId = await makeLot(giver, siteId, 1000)
  first = await handsOver({ giver, taker }, lotId, 600 * KG)
  second = await handsOver({ giver, taker }, lotId, 300 * KG)
})
afterAll(() => {
  setup.cleanup()
  setClock()
})

const ask = (actor: Actor, handoverId: string, massKg: number, id = newId()) =>
  askCorrection({ actor, id, handoverId, massG: massKg * KG, reason: 'typing', note: 'Un zéro de trop' })

describe('a correction', () => {
  it('of one party waits for the other, and counts for nothing until then', async () => {
    const id = newId()
    expect(granted(await ask(giver, first, 60, id))).toEqual({ state: 'asked' })
    expect(granted(await ask(giver, first, 60, id))).toEqual({ state: 'asked' })
    expect(await listCorrections(first)).toHaveLength(1)
    expect(await ask(taker, first, 70)).toMatchObject({ ok: false, error: { code: 'correction-open' } })
    expect((await getTotals(YEAR)).massG).toBe(900 * KG)
    const answer = { id, act: 'agree', answer: '' } as const
    expect(await answerCorrection({ actor: giver, ...answer })).toMatchObject({
      error: { code: 'forbidden' },
    })
    expect(await answerCorrection({ actor: stranger, ...answer })).toMatchObject({
      error: { code: 'not-found' },
    })
    expect(granted(await answerCorrection({ actor: taker, ...answer }))).toEqual({ state: 'entered' })
    expect(granted(await answerCorrection({ actor: taker, ...answer }))).toEqual({ state: 'entered' })
  })

  it('adds the row that undoes the wrong one and the row that stands for it', async () => {
    const rows = await listRowsOfHandover(first)
    expect(rows.map(({ kind, massG, decidedBy, reason }) => ({ kind, massG, decidedBy, reason }))).toEqual([
      { kind: 'handover', massG: 600 * KG, decidedBy: null, reason: null },
      { kind: 'reversal', massG: -600 * KG, decidedBy: 'both-sides', reason: 'typing' },
      { kind: 'replacement', massG: 60 * KG, decidedBy: 'both-sides', reason: 'typing' },
    ])
    const [entry, reversal, replacement] = rows
    expect(reversal?.correctsSeq).toBe(entry?.seq)
    expect(replacement?.correctsSeq).toBe(entry?.seq)
    expect(reversal?.netAvoidedGCo2e).toBe(-entry!.netAvoidedGCo2e!)
    expect(replacement?.factorVersion).toBe(entry?.factorVersion)
    expect(replacement!.netAvoidedGCo2e!).toBeLessThan(entry!.netAvoidedGCo2e!)
  })

  it('moves every sum, and no number of handovers', async () => {
    expect(await getTotals(YEAR)).toMatchObject({ massG: 360 * KG, handovers: 2, claims: 2 })
    expect((await listLedgerOfSites([siteId])).map(({ massG }) => massG).sort()).toEqual([300 * KG, 60 * KG])
    const { account, funnel, carbon } = await readCommuneYear('93066', 2026)
    expect(account.localReuse.numeratorG).toBe(360 * KG)
    expect(funnel.steps.map(({ massG }) => massG).slice(-2)).toEqual([360 * KG, 360 * KG])
    expect(carbon.total).toBe(2)
    const [month] = await listMonthlyFigures('93066')
    expect(month).toMatchObject({ handovers: 2, massG: 360 * KG })
  })

  it('of the team is entered at once; a mass of nothing leaves nothing in effect', async () => {
    expect(granted(await ask(admin, second, 0))).toEqual({ state: 'entered' })
    expect((await listRowsOfHandover(second)).map(({ kind }) => kind)).toEqual(['handover', 'reversal'])
    expect(await getTotals(YEAR)).toMatchObject({ massG: 60 * KG, handovers: 1 })
    expect(await ask(admin, second, 10)).toMatchObject({ error: { code: 'correction-no-entry' } })
  })

  it('can be declined or taken back, and asked again', async () => {
    const [declined, withdrawn] = [newId(), newId()]
    granted(await ask(taker, first, 50, declined))
    granted(await answerCorrection({ actor: giver, id: declined, act: 'decline', answer: 'Pesée faite' }))
    granted(await ask(taker, first, 50, withdrawn))
    expect(
      await answerCorrection({ actor: giver, id: withdrawn, act: 'withdraw', answer: '' }),
    ).toMatchObject({ error: { code: 'forbidden' } })
    granted(await answerCorrection({ actor: taker, id: withdrawn, act: 'withdraw', answer: '' }))
    expect(await listRowsOfHandover(first)).toHaveLength(3)
    expect((await listCorrections(first)).map(({ state }) => state)).toEqual([
      'entered',
      'declined',
      'withdrawn',
    ])
  })

  it('is told whole in the file of its entry, rows with their hashes, to those who may follow it', async () => {
    const csvAs = async (actor: Actor) =>
      answerOf(
        entryCsv(argsOf(await requestAs(actor, `/remises/${first}/registre.csv`), { handoverId: first })),
      )
    const answer = (await csvAs(taker)) as Response
    expect(answer.status).toBe(200)
    const lines = (await answer.text()).trim().split('\r\n').slice(1)
    const rows = await listRowsOfHandover(first)
    expect(lines).toHaveLength(rows.length + 3)
    for (const { seq, hash } of rows)
      expect(lines.find((line) => line.endsWith(hash!))).toContain(`Z;${seq};`)
    expect(lines.filter((line) => line.includes('Pesée faite'))).toHaveLength(1)
    expect(await csvAs(stranger)).toMatchObject({ status: 404 })
  })

  it('is refused to strangers and where it changes nothing', async () => {
    expect(await ask(stranger, first, 10)).toMatchObject({ error: { code: 'not-found' } })
    expect(await ask(admin, first, 60)).toMatchObject({ error: { code: 'correction-same' } })
    expect(await ask(admin, newId(), 60)).toMatchObject({ error: { code: 'not-found' } })
  })

  it('has its event, its message, and nothing of its words in the chain', () => {
    const kinds = setup.database.writer
      .prepare(`select kind from events where entity = 'ledger' order by at_ms`)
      .pluck()
    expect(kinds.all()).toContain('corrected')
    const topics = setup.database.writer
      .prepare(`select topic from outbox where topic like 'ledger.%'`)
      .pluck()
      .all()
    expect(topics).toContain('ledger.correction-asked')
    const rows = JSON.stringify(setup.database.writer.prepare('select * from ledger_rows').all())
    expect(rows).not.toContain('Un zéro de trop')
    expect(rows).not.toContain(giver.userId)
  })
})

describe('gisement ledger verify', () => {
  it('says that the chain holds', async () => {
    const { exit, out } = await gisementOn(setup.database.file, 'ledger', 'verify')
    expect(out).toMatch(/Head: row 5, [0-9a-f]{64}\.\nThe chain holds: 5 rows\./)
    expect(exit).toBe(0)
    const told = JSON.parse(
      (await gisementOn(setup.database.file, 'ledger', 'verify', '--json')).out,
    ) as object
    expect(told).toMatchObject({ ok: true, rows: 5, faults: [], unfounded: [], missing: 0 })
    reopen()
  })

  it.each([
    ['update ledger_rows set mass_g = 1000 where seq = 2', 'Row 2 was altered'],
    [`update ledger_rows set handed_over_on = '2025-09-15' where seq = 4`, 'Row 4 was altered'],
    ['delete from ledger_rows where seq = 3', 'Rows are missing between row 2 and row 4.'],
    ['delete from ledger_rows where seq = 5', 'The end is missing: the last row is 4, and row 5 existed.'],
    [
      `update ledger_rows set seq = 9 where seq = 5;
       insert into ledger_rows select 5, kind, handover_id, from_site_id, from_commune_code, to_commune_code,
         material, mass_g, straight_m, net_avoided_g_co2e, net_low_g_co2e, net_high_g_co2e, factor_version, truck,
         empty_return_pct, handed_over_on, recorded_at_ms, 4, correction_id, reason, decided_by, prev_hash,
         'ab' from ledger_rows where seq = 4`,
      'Row 5 was altered',
    ],
  ])('finds what was done to a copy: %s', async (change, sentence) => {
    const copy = await tamper(setup, change)
    const { exit, out } = await gisementOn(copy.address, 'ledger', 'verify')
    expect(out).toContain(sentence)
    expect(out).toContain('The chain does not hold')
    expect(exit).toBe(1)
    copy.remove()
    reopen()
  })

  it('says what is not there, and what it does not understand', async () => {
    expect(await gisement('ledger', 'verify', '--database', '/nowhere/x.sqlite')).toMatchObject({
      exit: 1,
      err: expect.stringContaining('There is no database at /nowhere/x.sqlite') as string,
    })
    expect(await gisement('ledger', 'verify', '--heads', '/nowhere/heads.json')).toMatchObject({ exit: 2 })
    const old = await tamper(setup, 'drop view ledger_entries; drop table ledger_rows')
    expect(await gisementOn(old.address, 'ledger', 'verify')).toMatchObject({
      exit: 1,
      err: expect.stringContaining('older version') as string,
    })
    old.remove()
    reopen()
  })
})

/** A command closes what it opened, which becomes this process's database while it runs. */
function reopen(): void {
  const holder = globalThis as { gisementDatabase?: unknown }
  holder.gisementDatabase = setup.database
}

describe('the head of the chain', () => {
  it('is published once a day on which it grew, in the table and as a file', async () => {
    await publishHead()
    await publishHead()
    const [head, ...more] = await listHeads()
    expect(head).toMatchObject({ day: TODAY, seq: 5 })
    expect(more).toEqual([])
    const file = path.join(env().dataDir, 'ledger-heads', `${TODAY}.json`)
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual(head)
    now += 24 * 3_600_000
    await publishHead()
    expect(await listHeads()).toHaveLength(1)
    await handsOver({ giver, taker }, lotId, 10 * KG, 5)
    await publishHead()
    expect((await listHeads()).map(({ seq }) => seq)).toEqual([6, 5])
    expect(await verifyLedger()).toMatchObject({ faults: [], heads: 2, rows: 6 })
  })

  it('tells a chain that was written anew, from the file that was exported', async () => {
    const file = path.join(env().dataDir, 'ledger-heads', `${TODAY}.json`)
    const head = JSON.parse(fs.readFileSync(file, 'utf8')) as { hash: string }
    fs.writeFileSync(file, JSON.stringify({ ...head, hash: 'f'.repeat(64) }))
    expect((await verifyLedger()).faults).toEqual([{ kind: 'rewritten', seq: 5, day: TODAY }])
  })
})

import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { addDays } from '~/core/days'
import type { FactorRow } from '~/core/ledger-terms'
import { chooseHaul } from '~/features/accounting/commands/choose-haul.server'
import { askCorrection } from '~/features/accounting/commands/correct-mass.server'
import { recordHandover } from '~/features/accounting/commands/record-handover.server'
import { setAccounting } from '~/features/accounting/commands/set-accounting.server'
import { previewFactors } from '~/features/accounting/preview-factors.server'
import { publicChainText } from '~/features/accounting/public-chain.server'
import { listRowsOfHandover } from '~/features/accounting/queries/corrections.server'
import { readAccountingSettings } from '~/features/accounting/queries/settings.server'
import { readEntry } from '~/features/accounting/read-entry.server'
import { publishFactors } from '~/features/carbon/commands/publish-factors.server'
import { FACTOR_SET, shippedRows } from '~/features/carbon/model/factors'
import { factorVersionOn, listFactorVersions } from '~/features/carbon/queries.server'
import { newId } from '~/core/ids'
import type { Actor } from '~/features/organisations/model/permissions'
import { action as factorsAction, loader as factorsLoader } from '~/routes/admin-factors/route'
import { loader as factorsCsvLoader } from '~/routes/admin-factors-csv/route'
import { action as settingsAction, loader as settingsLoader } from '~/routes/admin-ledger/route'
import { loader as entryLoader } from '~/routes/ledger-entry/route'
import { env } from '~/platform/env.server'
import { createActor } from '~tests/support/actors'
import { accepts, granted, requests, signs } from '~tests/support/answers'
import { makeActor, makeLot, makeSite, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'
import { gisement, handsOver } from '~tests/support/ledger'

const KG = 1000
let open: TestDatabase
let giver: Actor, taker: Actor, admin: Actor, agent: Actor
let lotId: string
let old: string

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
  giver = await makeActor('giver')
  taker = await makeActor('taker', '93048')
  admin = await createActor('admin')
  agent = await createActor('agent', { communeCode: '93066' })
  lotId = await makeLot(giver, await makeSite(giver), 1000)
  old = await handsOver({ giver, taker }, lotId, 1000 * KG)
})
afterAll(() => {
  open.remove()
  setClock()
})

/** The shipped factors with another value for brick, and a range. */
function withBrick(kgCo2ePerKg: number): FactorRow[] {
  const range = { lowKgCo2ePerKg: kgCo2ePerKg / 2, highKgCo2ePerKg: kgCo2ePerKg * 2 }
  return shippedRows().map((row) => (row.material === 'brick' ? { ...row, kgCo2ePerKg, ...range } : row))
}
const publish = (actor: Actor, rows: FactorRow[], validFrom: string, seen: string) =>
  publishFactors({ actor, rows, validFrom, reason: 'Mise à jour', seen })
const rowOf = async (handoverId: string) => (await listRowsOfHandover(handoverId)).at(-1)!

describe('a version of factors', () => {
  it('shows its effect by family and changes nothing', async () => {
    const kept = (await rowOf(old)).netAvoidedGCo2e!
    const effect = await previewFactors(withBrick(0.34179))
    expect(effect.families).toEqual([
      { material: 'brick', handovers: 1, keptG: kept, recomputedG: kept + 100_000 },
    ])
    expect(effect).toMatchObject({ year: 2026, keptG: kept, recomputedG: kept + 100_000 })
    expect((await previewFactors([])).families[0]).toMatchObject({ keptG: kept, recomputedG: null })
    expect(await listFactorVersions()).toHaveLength(1)
  })

  it('is published by the team alone, once, and from what they saw', async () => {
    const seen = FACTOR_SET.version
    for (const actor of [giver, taker, agent]) {
      expect(await publish(actor, withBrick(0.3), TODAY, seen)).toMatchObject({
        error: { code: 'forbidden' },
      })
    }
    expect(granted(await publish(admin, withBrick(0.3), TODAY, seen))).toEqual({ version: 'f1' })
    expect(await publish(admin, withBrick(0.3), TODAY, seen)).toMatchObject({
      error: { code: 'factors-meanwhile' },
    })
    expect(await publish(admin, withBrick(0.3), TODAY, 'f1')).toMatchObject({
      error: { code: 'factors-same' },
    })
    expect(() => open.writer.exec(`update factor_versions set reason = ''`)).toThrow(/append-only/)
    expect(() => open.writer.exec('delete from factor_versions')).toThrow(/append-only/)
  })

  it('is in force from its first day on', async () => {
    granted(await publish(admin, withBrick(0.5), addDays(TODAY, 30), 'f1'))
    expect((await factorVersionOn(addDays(TODAY, -1))).version).toBe(FACTOR_SET.version)
    expect((await factorVersionOn()).version).toBe('f1')
    expect((await factorVersionOn(addDays(TODAY, 30))).version).toBe('f2')
  })

  it('reckons what is entered from then on; rows keep theirs, and show today’s beside', async () => {
    const before = await rowOf(old)
    expect(before.factorVersion).toBe(FACTOR_SET.version)
    const fresh = await rowOf(await handsOver({ giver, taker }, lotId, 1000 * KG))
    expect(fresh.factorVersion).toBe('f1')
    expect(fresh.netAvoidedGCo2e).toBe(before.netAvoidedGCo2e! + 58_210)
    expect(fresh.netLowGCo2e!).toBeLessThan(fresh.netAvoidedGCo2e! - 150_000)
    expect(fresh.netHighGCo2e!).toBeGreaterThan(fresh.netAvoidedGCo2e! + 300_000)
    const entry = await readEntry(old)
    expect(entry?.recomputed).toMatchObject({
      version: 'f1',
      estimate: { netAvoidedGCo2e: fresh.netAvoidedGCo2e },
    })
    expect(await rowOf(old)).toEqual(before)
  })

  it('of a row is the one that its correction is reckoned with', async () => {
    const correction = { handoverId: old, massG: 900 * KG, reason: 'weighing', note: '' } as const
    granted(await askCorrection({ actor: admin, id: newId(), ...correction }))
    expect((await rowOf(old)).factorVersion).toBe(FACTOR_SET.version)
  })
})

describe('the vehicle of a collection', () => {
  it('that a party said is the one that the ledger reckons with', async () => {
    const reservationId = await requests(taker, lotId, 20)
    const said = { reservationId, truck: 'articulated-over-33t', emptyReturnPct: 0 } as const
    expect(await chooseHaul({ actor: taker, ...said })).toMatchObject({ error: { code: 'conflict' } })
    await accepts(giver, reservationId)
    expect(await chooseHaul({ actor: admin, ...said })).toMatchObject({ error: { code: 'not-found' } })
    granted(await chooseHaul({ actor: taker, ...said, truck: 'van-3.5t' }))
    granted(await chooseHaul({ actor: giver, ...said }))
    await signs(giver, reservationId, 50 * KG)
    const handoverId = (await signs(taker, reservationId, 50 * KG))!
    await recordHandover(handoverId)
    expect(await rowOf(handoverId)).toMatchObject({ truck: 'articulated-over-33t', emptyReturnPct: 0 })
    expect(await chooseHaul({ actor: giver, ...said })).toMatchObject({ error: { code: 'conflict' } })
  })
})

describe('the pages', () => {
  const status = async (answer: unknown) =>
    Promise.resolve(answer).then(
      () => 200,
      (thrown: unknown) => (thrown instanceof Response ? thrown.status : -1),
    )

  it('of the administration are for the team alone', async () => {
    for (const [loader, address] of [
      [factorsLoader, '/administration/facteurs'],
      [factorsCsvLoader, '/administration/facteurs.csv'],
      [settingsLoader, '/administration/registre'],
    ] as const) {
      const as = async (actor: Actor | null) => status(loader(argsOf(await requestAs(actor, address))))
      expect(await as(admin)).toBe(200)
      for (const actor of [giver, taker, agent]) expect(await as(actor)).toBe(404)
      expect(await as(null)).toBe(302)
    }
  })

  it('of an entry are for the parties, the agent of its commune and the team', async () => {
    const as = async (actor: Actor | null) => {
      const request = await requestAs(actor, `/remises/${old}`)
      return status(entryLoader(argsOf(request, { handoverId: old })))
    }
    for (const actor of [giver, taker, agent, admin]) expect(await as(actor)).toBe(200)
    expect(await as(await createActor('agent', { communeCode: '93048' }))).toBe(404)
    expect(await as(await makeActor('giver'))).toBe(404)
    expect(await as(null)).toBe(302)
  })

  it('of factors preview a table, say which line is wrong, and publish what was seen', async () => {
    const csv = await (
      await factorsCsvLoader(argsOf(await requestAs(admin, '/administration/facteurs.csv')))
    ).text()
    const post = async (form: Record<string, string>) =>
      answerOf(factorsAction(argsOf(await requestAs(admin, '/administration/facteurs', form))))
    const form = { validFrom: TODAY, reason: 'Essai', seen: 'f2', intent: 'preview' }
    expect(await post({ ...form, table: csv.replace('brick', 'gold') })).toMatchObject({
      data: { fault: { field: 'table', message: expect.stringMatching(/^Ligne \d/) as string } },
    })
    expect(await post({ ...form, table: csv })).toMatchObject({ data: { preview: { year: 2026 } } })
    expect(await listFactorVersions()).toHaveLength(3)
    expect(await post({ ...form, table: csv, intent: 'publish', reason: '' })).toMatchObject({
      data: { fault: { field: 'reason' } },
    })
    await post({ ...form, table: csv, intent: 'publish' })
    expect((await listFactorVersions())[0]).toMatchObject({ version: 'f3', reason: 'Essai' })
  })

  it('of settings keep what can be, and refuse what cannot', async () => {
    const post = async (form: Record<string, string>) =>
      answerOf(settingsAction(argsOf(await requestAs(admin, '/administration/registre', form))))
    const form = { intent: 'settings', publicThreshold: '2', repTargets: '2027-01-01 ; inert ; 4,5 ; Décret' }
    await post(form)
    const target = { from: '2027-01-01', of: 'inert', percent: 4.5, source: 'Décret' }
    expect(await readAccountingSettings()).toEqual({ publicThreshold: 2, repTargets: [target] })
    for (const wrong of [{ publicThreshold: '0' }, { repTargets: 'demain ; all ; 4 ; x' }]) {
      await post({ ...form, ...wrong })
      expect(await readAccountingSettings()).toMatchObject({ publicThreshold: 2, repTargets: [target] })
    }
    const settings = { publicThreshold: 9, repTargets: [] }
    expect(await setAccounting({ actor: agent, settings })).toMatchObject({ error: { code: 'forbidden' } })
  })
})

describe('the anonymised chain', () => {
  const download = async () => {
    let text = ''
    for await (const part of publicChainText()) text += part
    const file = path.join(env().dataDir, 'chaine.json')
    fs.writeFileSync(file, text)
    return { file, text }
  }

  it('is verified by whoever downloaded it, and tells nothing of a commune with few handovers', async () => {
    granted(await setAccounting({ actor: admin, settings: { publicThreshold: 20, repTargets: [] } }))
    const { file, text } = await download()
    expect(await gisement('ledger', 'verify', '--chain', file)).toMatchObject({ exit: 0 })
    expect(text).not.toContain('93066')
    expect(text).not.toContain('massG')
  })

  it('tells what rows say where there are enough, without an id, and shows when one was changed', async () => {
    granted(await setAccounting({ actor: admin, settings: { publicThreshold: 1, repTargets: [] } }))
    const { file, text } = await download()
    expect(text).toContain('"massG":1000000')
    for (const id of [old, lotId, giver.userId, giver.organisationId]) expect(text).not.toContain(id)
    expect(await gisement('ledger', 'verify', '--chain', file)).toMatchObject({ exit: 0 })
    fs.writeFileSync(file, text.replace('"massG":1000000', '"massG":2000000'))
    expect(await gisement('ledger', 'verify', '--chain', file)).toMatchObject({
      exit: 1,
      out: expect.stringContaining('Row 1 was altered') as string,
    })
  })
})

import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import { postedInParts } from '~tests/support/bill'
import { actsOnImport, launchAnswers, linesOf, pageOfImport, runsJobs } from '~tests/support/survey'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { countDraftsOf, listDraftsOf } from '~/features/lots/queries/drafts.server'
import { writeImport } from '~/features/imports/commands/write-import.server'
import { countDraftsLeft, findImport } from '~/features/imports/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { findInventory, listWastes } from '~/features/sites/queries.server'
import { withTx } from '~/platform/transaction.server'
import { parseTable } from '~/platform/tables/parse-table'
import { action as sendAction } from '~/routes/import-new/route'
import { loader as csvLoader } from '~/routes/inventory-csv/route'
import { loader as xlsxLoader } from '~/routes/inventory-xlsx/route'
import { loader as wastesLoader } from '~/routes/wastes-csv/route'
import { inventoryWastes } from '~db/sqlite/sites'
import { makeInventory, makeInventoryLine } from '~db/seed/factories/site'
import { insertRows } from '~db/seed/factories/rows'
import { opensSite, publishes } from '~tests/support/answers'
import { makeActor, openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'

const KG = 1000
let open: TestDatabase
let giver: Actor
let siteId: string

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
})
afterAll(() => {
  open.remove()
  setClock()
})
beforeEach(async () => {
  giver = await makeActor('giver')
  siteId = await opensSite(giver)
})

/** Lines that a careless reading would change: wordings that say another material, guarded texts, small masses. */
async function surveys() {
  const inventory = makeInventory({ siteId, surveyor: 'Atelier Diag' })
  const line = (position: number, more: Partial<ReturnType<typeof makeInventoryLine>>) =>
    makeInventoryLine({ inventoryId: inventory.id, position, ...more })
  const lines = [
    line(1, {
      ...{ product: 'Modèle Aria 200', material: 'door', quantityMilli: 14_000, unit: 'u', massG: 560_250 },
      ...{ reusableMassG: 280_125, condition: 3, location: 'R+2; aile nord', dimensions: '93 × 204 cm' },
      ...{ assembly: 'Vissé', reusability: 'Repose directe', precautions: 'Deux personnes' },
    }),
    line(2, {
      ...{ product: 'Porte de radiateur en bois', material: 'sanitary', quantityMilli: 1_500, unit: 'm2' },
      ...{ massG: 12_345, reusableMassG: 0, condition: 1 },
    }),
    line(3, {
      product: '-20 °C : chambre froide',
      material: 'insulation',
      unit: 'm3',
      massG: 1,
      reusableMassG: 1,
    }),
    line(4, {
      product: '=Poutre "IPE"',
      material: 'structural-steel',
      unit: 't',
      quantityMilli: 2_500,
      condition: 5,
    }),
    line(5, {
      product: 'Plinthes',
      material: 'structural-timber',
      unit: 'ml',
      massG: 0,
      reusableMassG: 0,
      condition: 2,
    }),
    line(6, { product: 'Briques', unit: 'kg', quantityMilli: 10_000_000, condition: 4 }),
  ]
  const wastes = [
    {
      id: newId(),
      family: 'inert',
      wasteCode: '170101',
      label: 'Gravats',
      massG: 12_500 * KG,
      outlet: 'Recyclage',
    },
    {
      id: newId(),
      family: 'hazardous',
      wasteCode: '170605',
      label: 'Dalles amiante',
      massG: 300_500,
      outlet: '',
    },
  ] as const
  await withTx(async (tx) => {
    await insertRows(tx, { inventories: [inventory], inventoryLines: lines })
    await tx.insert(inventoryWastes).values(wastes.map((waste) => ({ ...waste, inventoryId: inventory.id })))
  })
  return lines
}

const told = (line: Awaited<ReturnType<typeof linesOf>>[number]) => {
  const { material, product, quantityMilli, unit, massG, reusableMassG, condition } = line
  const { dimensions, assembly, location, reusability, precautions } = line
  return {
    ...{ material, product, quantityMilli, unit, massG, reusableMassG, condition },
    ...{ dimensions, assembly, location, reusability, precautions },
  }
}

async function exported(loader: typeof csvLoader, path: string, locale: string) {
  const request = await requestAs(giver, `/chantiers/${siteId}/${path}`)
  request.headers.set('Accept-Language', locale)
  return loader(argsOf(request, { siteId }))
}

/** Imports a file into a new site with the columns that the product guesses, and nothing put right. */
async function importsInto(bytes: BlobPart, name: string, more: Record<string, string> = {}) {
  const target = await opensSite(giver, { name: 'Ailleurs' })
  const importId = newId()
  const request = await postedInParts(
    giver,
    `/chantiers/${target}/importer`,
    { id: importId },
    new File([bytes], name),
  )
  expect(await answerOf(sendAction(argsOf(request, { siteId: target })))).toBeInstanceOf(Response)
  const at = { siteId: target, importId }
  expect((await pageOfImport(giver, at)).count).toMatchObject({ faulty: 0, unsure: 0, left: 0 })
  await actsOnImport(giver, at, await launchAnswers(giver, importId, more))
  await runsJobs()
  return { target, importId }
}

describe('an exported inventory', () => {
  it.each([
    ['CSV', 'fr'],
    ['CSV', 'en'],
    ['XLSX', 'fr'],
    ['XLSX', 'en'],
  ])('as %s in %s is read again by the import as it was', async (kind, locale) => {
    const lines = await surveys()
    const isCsv = kind === 'CSV'
    const reply = await exported(isCsv ? csvLoader : xlsxLoader, `inventaire.${kind.toLowerCase()}`, locale)
    const { target } = await importsInto(await reply.arrayBuffer(), isCsv ? 'i.csv' : 'i.xlsx')
    expect((await linesOf(target)).map(told)).toEqual(lines.map(told))
  })

  it.each(['fr', 'en'])('and its waste in %s too', async (locale) => {
    await surveys()
    const reply = await exported(wastesLoader, 'dechets.csv', locale)
    const { target } = await importsInto(await reply.arrayBuffer(), 'd.csv')
    const told = (wastes: Awaited<ReturnType<typeof listWastes>>) =>
      wastes.map(({ id: _id, ...waste }) => waste)
    expect(told(await listWastes(target))).toEqual(told(await listWastes(siteId)))
    expect(await linesOf(target)).toEqual([])
  })

  it('tells what became of each line', async () => {
    await surveys()
    const { id } = (await findInventory(siteId))!.lines[0]!
    await publishes(giver, siteId, { inventoryLineId: id, quantity: '5', massKg: '200' })
    const bytes = new Uint8Array(await (await exported(csvLoader, 'inventaire.csv', 'fr')).arrayBuffer())
    const read = await parseTable({ bytes, name: 'i.csv' }, { maxRows: 100 })
    const [heads, first] = read.ok ? read.value.rows : []
    const cell = (name: string) => first![heads!.indexOf(name)]
    expect(cell('Publié sur la plateforme, en kg')).toBe('200')
    expect(cell('Remis à un repreneur, en kg')).toBe('0')
  })

  it('is for its organisation and the Métropole', async () => {
    await surveys()
    const other = await makeActor('giver')
    for (const loader of [csvLoader, xlsxLoader, wastesLoader]) {
      const request = await requestAs(other, `/chantiers/${siteId}/inventaire.csv`)
      expect([403, 404]).toContain(((await answerOf(loader(argsOf(request, { siteId })))) as Response).status)
    }
  })
})

describe('drafts of lots from an import', () => {
  const MANY = `Produit;Quantité;Unité;Masse (kg);Réemployable\n${Array.from({ length: 650 }, (_, at) => `Porte ${at};1;u;${40 + at};oui`).join('\n')}`

  it('are made for every reusable line, in batches that go on where they ended', async () => {
    const { target, importId } = await importsInto(MANY, 'm.csv')
    expect(await linesOf(target)).toHaveLength(650)
    expect(await countDraftsOf(giver.organisationId)).toBe(0)
    const again = await launched(target)
    let batches = 0
    const die = (done: number) => {
      if (done >= 650 && (batches += 1) > 2) throw new Error('the process ended')
    }
    await expect(writeImport(again, die)).rejects.toThrow('ended')
    const view = async () => (await findImport(giver.organisationId, again.importId))!
    expect(await view()).toMatchObject({ status: 'done' })
    const made = await countDraftsOf(giver.organisationId)
    expect(made).toBeGreaterThan(0)
    expect(made).toBeLessThan(650)
    expect(await countDraftsLeft(await view())).toBe(650 - made)
    await Promise.all([writeImport(again), writeImport(again)])
    expect(await countDraftsOf(giver.organisationId)).toBe(650)
    expect(await countDraftsLeft(await view())).toBe(0)
    const drafts = await listDraftsOf(giver.organisationId, { size: 650, number: 1 })
    expect(new Set(drafts.map(({ answers }) => answers.inventoryLineId)).size).toBe(650)
    expect(importId).not.toBe(again.importId)
  })

  it('stop when the import is undone meanwhile', async () => {
    const target = await opensSite(giver, { name: 'Repris' })
    const again = await launched(target)
    let batches = 0
    const die = (done: number) => {
      if (done >= 650 && (batches += 1) > 2) throw new Error('the process ended')
    }
    await expect(writeImport(again, die)).rejects.toThrow('ended')
    await actsOnImport(giver, { siteId: target, importId: again.importId }, { intent: 'undo' })
    await writeImport(again)
    expect(await countDraftsOf(giver.organisationId)).toBe(0)
    expect(await linesOf(target)).toEqual([])
  })

  async function launched(target: string) {
    const importId = newId()
    const file = new File([`${MANY}\n`], 'm2.csv')
    await sendAction(
      argsOf(await postedInParts(giver, `/chantiers/${target}/importer`, { id: importId }, file), {
        siteId: target,
      }),
    )
    const { revision } = (await findImport(giver.organisationId, importId))!
    await actsOnImport(
      giver,
      { siteId: target, importId },
      await launchAnswers(giver, importId, { withDrafts: 'on', again: 'on' }),
    )
    return { importId, revision: revision + 1 }
  }
})

import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import type { ActionFunction, LoaderFunction } from '@remix-run/node'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { rolesOf, type Actor } from '~/features/organisations/model/permissions'
import { readCsv } from '~/platform/tables/read-csv'
import { readWorkbook } from '~/platform/tables/read-workbook'
import { unpackZip } from '~/platform/tables/zip-archive'
import routes from '~/routes'
import { noteRawWrites, type TestSetup } from '~tests/support/database'
import { setupDemo } from '~tests/support/demo'
import { postedInParts } from '~tests/support/bill'
import { TODAY } from '~tests/support/deal'
import { poison, undecidedColumns } from '~tests/support/poison'

const modules = import.meta.glob<{ loader?: LoaderFunction; action?: ActionFunction }>(
  '../../app/routes/*/route.{ts,tsx}',
)
const sources = import.meta.glob<string>('../../app/routes/*/route.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** What a spreadsheet would run, in turn. */
const STARTS = ['=', '+', '-', '@', '\t=', '\r=', '\n=', '\0=', '\u0001@', '＝']
const RUNS = /^[\t\r\n\0\u0001]*[=+\-@＝＋－＠]/
/** Figures with their sign are figures, and a dash alone is nothing. */
const FIGURE = /^[+-]?\d[\d\s\u202f\u00a0.,]*%?$|^-$/

/** Routes that give several files by their name, with those that are tables. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  'bilan/:slug/:file': ['chiffres', 'mois', 'flux', 'sans-inventaire', 'lots-a-sauver'],
  'donnees-ouvertes/:file': ['lots', 'besoins', 'remises'],
  'administration/organisations/:id/:list.csv': ['membres', 'chantiers', 'lots', 'reservations'],
  'administration/listes/:list.csv': [
    'departs',
    'silences',
    'signalements',
    'taches',
    'comite',
    'comparaison',
  ],
}
/** What pages send to have an export of what they show, with a text that people gave. */
const POSTED: Readonly<Record<string, (text: string) => Record<string, string>>> = {
  'metres/nouveau/lecture.csv': (text) => ({
    bill: JSON.stringify({
      rows: [[text, '3', 'u', text]],
      rowNumbers: [1],
      columns: { label: 0, quantity: 1, unit: 2, price: 3, heading: null },
      fixes: {},
    }),
  }),
  'administration/vocabulaire/importer/changements.csv': (text) => ({
    table: JSON.stringify([{ words: [text, 'bidule'], broader: [text] }]),
  }),
}
/** The record that each name of an address stands for. */
const RECORDS: Readonly<Record<string, string>> = {
  searchId: 'select id as searchId from saved_searches',
  lotId: 'select id as lotId from lots order by created_at_ms desc limit 60',
  basketId: 'select id as basketId from baskets',
  siteId: `select id as siteId from sites s order by exists (select 1 from closing_records c where c.site_id = s.id) desc limit 60`,
  'siteId importId': 'select site_id as siteId, id as importId from imports',
  pairId: 'select id as pairId from match_pairs limit 20',
  reservationId: `select id as reservationId from reservations order by status = 'handed-over' desc limit 60`,
  dossierId: `select id as dossierId from programme_dossiers order by started_on is null`,
  workshopId: 'select id as workshopId from programme_workshops',
  handoverId: 'select id as handoverId from handovers limit 20',
  id: 'select id from organisations order by id limit 20',
  'kind id': `select case subject_kind when 'need' then 'besoin' when 'story' then 'histoire' when 'post' then 'message'
      else subject_kind end as kind, subject_id as id from reports
    union select 'organisation', id from (select id from organisations order by id limit 20) one
    union select 'compte', id from (select id from users order by id limit 20) one`,
  webhookId: 'select id as webhookId from webhooks',
  code: `select '93048' as code`,
  slug: `select '93048' as slug union all select 'est-ensemble'`,
}

let setup: TestSetup
let actors: (Actor | null)[]

beforeAll(async () => {
  setup = await setupDemo(TODAY)
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  actors = [...demoActors(), null]
  poison(
    setup.database.writer,
    (text, { place, turn }) => `${STARTS[(place + turn) % STARTS.length]}cmd|x ${text}`,
  )
  noteRawWrites(setup.database)
}, 300_000)
afterAll(() => {
  setup.cleanup()
  setClock()
})

function demoActors(): Actor[] {
  const rows = setup.database.writer
    .prepare(
      `select u.id as userId, u.name, u.email, o.id as organisationId, o.name as organisationName, o.kind,
        o.is_giver as isGiver, o.is_taker as isTaker, o.commune_code as communeCode, m.role as membership
       from users u join memberships m on m.user_id = u.id join organisations o on o.id = m.organisation_id
       where u.email like '%@demo.gisement.example'`,
    )
    .all() as (Omit<Actor, 'roles' | 'isConfirmed'> & Parameters<typeof rolesOf>[0])[]
  return rows.map((row) => ({ ...row, roles: rolesOf(row), isConfirmed: true }))
}

type Export = { path: string; file: string; ending: string }

/** Every route that gives tables, by what it is made with; a family gives each of its files. */
const EXPORTS: Export[] = routes.flatMap(({ path = '', file }) => {
  const family = FAMILIES[path]
  if (family)
    return family.map((name) => ({
      path: path.replace(/:(file|list\.csv)$/, `${name}.csv`),
      file,
      ending: 'csv',
    }))
  const [, ending] = /\.(csv|xlsx)$/.exec(path) ?? []
  return ending === undefined ? [] : [{ path, file, ending }]
})

it('says of every column of texts whether people fill it', () => {
  expect(undecidedColumns(setup.database.writer), 'say so in tests/support/poison.ts').toEqual([])
})

it('knows every route that makes a table', () => {
  const making = routes.filter(({ file }) =>
    /\b(toCsv|csvPages|datasetText|workbookOf|writeWorkbook)\(/.test(sources[`../../app/${file}`] ?? ''),
  )
  expect(making.length).toBeGreaterThan(70)
  expect(making.map(({ file }) => file).filter((file) => !EXPORTS.some((one) => one.file === file))).toEqual(
    [],
  )
})

/** Which exports held formulas. */
const holding = new Set<string>()
const empty = new Set<string>()

describe('ASVS 1.2.10: a text that looks like a formula is a text, and a figure a figure', () => {
  it.each(EXPORTS)('in $path', async ({ path, file, ending }) => {
    const { loader, action } = await modules[`../../app/${file}`]!()
    const answers = loader ? await answersOf(path, loader) : await postedAnswersOf(path, action!)
    if (answers.length === 0) empty.add(path)
    for (const bytes of answers) {
      const texts = ending === 'csv' ? csvTexts(bytes) : await sheetTexts(bytes)
      if (texts.some((text) => text.includes('cmd|x'))) holding.add(path)
    }
  })

  it('and they were in most of the exports', () => {
    // One is asked with the photo that a visitor chose.
    expect([...empty]).toEqual(['lots/par-photo.csv'])
    expect(holding.size).toBeGreaterThan(30)
  })
})

/** The texts of a CSV file, which must be what a person wrote once the guard is taken off again. */
function csvTexts(bytes: Uint8Array): string[] {
  const text = new TextDecoder().decode(bytes)
  // What is meant for desks has a mark, what is meant for programs none (RFC 4180).
  const delimiter = bytes[0] === 0xef ? ';' : ','
  const rows = parse(text, { delimiter, bom: true, relax_column_count: true })
  const cells = rows.flat()
  expect(cells.filter((cell) => RUNS.test(cell) && !FIGURE.test(cell))).toEqual([])
  expect(cells.filter((cell) => /^'[+-]?[\d.,]+%?$/.test(cell))).toEqual([])
  const read = readCsv(bytes)
  if (!read.ok) throw new Error(read.error.code)
  return read.value.flat()
}

/** The texts of a workbook: text cells hold them as they are, and no cell has a formula. */
async function sheetTexts(bytes: Uint8Array): Promise<string[]> {
  const parts = unpackZip(bytes, (name) => name.endsWith('.xml'))
  if (!parts.ok) throw new Error(parts.error.code)
  for (const { name, bytes: part } of parts.value) {
    const xml = new TextDecoder().decode(part)
    expect(/<f[\s>/]|<externalLink|<hyperlink\b/.exec(xml), name).toBeNull()
    const wrongly = [...xml.matchAll(/<c\b(?![^>]*\bt="(?:inlineStr|s)")[^>]*><v>([^<]*)<\/v>/g)]
    expect(wrongly.map(([, value]) => value).filter((value) => !Number.isFinite(Number(value)))).toEqual([])
  }
  const sheets = await readWorkbook(bytes)
  if (!sheets.ok) throw new Error(sheets.error.code)
  return sheets.value.flatMap(({ rows }) => rows.flat())
}

const ENOUGH = 2

/** The first answers of an export, for whoever may see it and whatever record it is of. */
async function answersOf(path: string, loader: LoaderFunction): Promise<Uint8Array[]> {
  const answers: Uint8Array[] = []
  for (const params of paramsOf(path)) {
    for (const actor of actors) {
      const address = `/${path.replaceAll(/:(\w+)/g, (_, name: string) => params[name]!)}`
      const file = path.split('/').at(-1)!
      const given = { ...params, file, list: file.replace('.csv', '') }
      const reply = await answerOf(loader(argsOf(await requestAs(actor, address), given)))
      if (!(reply instanceof Response) || reply.status !== 200) continue
      answers.push(new Uint8Array(await reply.arrayBuffer()))
      if (answers.length >= ENOUGH) return answers
    }
  }
  return answers
}

/** The same of an export of what is stored nowhere, which its page sends. */
async function postedAnswersOf(path: string, action: ActionFunction): Promise<Uint8Array[]> {
  const answers: Uint8Array[] = []
  for (const start of STARTS) {
    for (const actor of actors) {
      const fields = POSTED[path]!(`${start}cmd|x`)
      const reply = await answerOf(action(argsOf(await postedInParts(actor, `/${path}`, fields))))
      if (!(reply instanceof Response) || reply.status !== 200) continue
      answers.push(new Uint8Array(await reply.arrayBuffer()))
    }
  }
  return answers
}

function paramsOf(path: string): Record<string, string>[] {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  if (names.length === 0) return [{}]
  return setup.database.writer.prepare(RECORDS[names.join(' ')]!).all() as Record<string, string>[]
}

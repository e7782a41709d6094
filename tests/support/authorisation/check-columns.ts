import type { Database } from '~/platform/db.server'
import { filled, intentOf } from './forms'
import { columnNames, noteTouchedRows, type TouchedRow } from './touched'
import { inTrial } from './trial'
import { outcomeOf, post, type FoundForm, type World } from './world'

/** Names by which other products give away rights, beside those of our columns. */
const COVETED: Readonly<Record<string, string>> = {
  ...{ isAdmin: 'true', is_admin: '1', admin: '1', roles: 'metropole-admin', isOwner: 'true', owner: '1' },
  ...{ price: '0', isVerified: 'true', verified: '1', confirmed: '1', permissions: '*', isReviewer: '1' },
}

type Answers = readonly (readonly [string, string])[]
type Wrote = Awaited<ReturnType<ReturnType<typeof writerIn>>>

/** `unknown`: the fields that the schema of a form said it does not know, since it was last emptied. */
export type Assigning = { world: World; forms: readonly FoundForm[]; unknown: Set<string> }

/**
 * Posts every form of the pages once as it is and then with all that the database has columns for, under values that
 * stand in it, and compares what became of every row: nothing beyond the form's own fields may count. A form that
 * refuses fields that it does not know is posted again with each of those that it did not refuse.
 * @returns one sentence a fault, and how many forms went through
 */
export async function assignmentFaults({
  world,
  forms,
  unknown,
}: Assigning): Promise<{ faults: string[]; accepted: number }> {
  const lures = luresOf(world.database)
  const write = writerIn(world)
  const faults: string[] = []
  let accepted = 0
  for (const form of ofEachKind(forms)) {
    const own = namesOf(forms, form)
    const went = await firstThatWrites(write, form)
    if (!went) continue
    const { answers, plain } = went
    accepted += 1
    const assigned = new Set<string>()
    for (const lure of lures) {
      unknown.clear()
      const smuggled = [...lure].filter(([name]) => !own.has(name))
      const all = await write(form, [...answers, ...smuggled])
      const left = smuggled.filter(([name]) => !unknown.has(name))
      const tries = unknown.size === 0 ? [all] : []
      for (const one of unknown.size === 0 ? [] : left) tries.push(await write(form, [...answers, one]))
      const changed = tries.flatMap((got) => gainOf(plain, got))
      if (changed.length === 0) continue
      const chance = differing(plain.cells, (await write(form, answers)).cells)
      for (const name of changed) if (!chance.includes(name)) assigned.add(name)
    }
    if (assigned.size > 0)
      faults.push(`${form.who} posts to ${form.path} (${intentOf(form)}): ${[...assigned].join(', ')}`)
  }
  return { faults, accepted }
}

/** The answers of a form that its route takes: those that it asks for or, when they are refused, all. */
async function firstThatWrites(write: ReturnType<typeof writerIn>, form: FoundForm) {
  for (const isFull of [false, true]) {
    const answers = filled(form, isFull)
    const plain = await write(form, answers)
    if (plain.isGranted && plain.cells.size > 0) return { answers, plain }
  }
  return null
}

/** The columns of a write that are others than those of the form alone; a refusal that wrote nothing gained none. */
function gainOf(plain: Wrote, got: Wrote): string[] {
  const isRefused = got.status >= 400 && got.status < 500
  return isRefused && got.cells.size === 0 ? [] : differing(plain.cells, got.cells)
}

/** Posts a form and says which rows that wrote; all of it is taken back. */
function writerIn(world: World) {
  const known = idsOf(world.database)
  const touched = noteTouchedRows(world.database)
  return async (form: FoundForm, answers: Answers) =>
    inTrial(world.database, async () => {
      const { pattern, path, isMultipart } = form
      const who = world.personas[form.who]
      const answer = await post(world, world.routeOf(pattern), path, who, { answers, isMultipart })
      return {
        status: answer.status,
        isGranted: outcomeOf(answer) === 'granted',
        cells: cellsOf(await touched(), known),
      }
    })
}

/** One form of each route and intent with the same fields. */
function ofEachKind(forms: readonly FoundForm[]): FoundForm[] {
  const kinds = new Map<string, FoundForm>()
  for (const form of forms) {
    const names = [...new Set(form.fields.map(({ name }) => name))].sort().join()
    const key = [form.pattern, intentOf(form), form.button?.join() ?? '', names].join(' ')
    if (!kinds.has(key)) kinds.set(key, form)
  }
  return [...kinds.values()]
}

/** The fields of every form that posts the same act to the same route: what it may write. */
function namesOf(forms: readonly FoundForm[], { pattern, ...form }: FoundForm): Set<string> {
  const same = forms.filter((one) => one.pattern === pattern && intentOf(one) === intentOf({ ...form }))
  return new Set([
    'intent',
    ...same.flatMap(({ fields, button }) => [...fields.map(({ name }) => name), button?.[0] ?? '']),
  ])
}

/** For every name of a column the least and the greatest text or number that a column of this name holds. */
function luresOf(database: Database): Map<string, string>[] {
  const { writer } = database
  const columns = writer
    .prepare(
      `select t.name as tab, c.name as name from sqlite_master t, pragma_table_info(t.name) c
       where t.type = 'table' and t.name not like 'sqlite_%' and lower(c.type) <> 'blob'`,
    )
    .all() as { tab: string; name: string }[]
  const values = new Map<string, (string | number)[]>()
  for (const { tab, name } of columns) {
    const row = writer.prepare(`select min("${name}"), max("${name}") from "${tab}"`).raw().get() as (
      string | number | null
    )[]
    const found = row.filter((value) => value !== null && String(value).length < 200) as (string | number)[]
    values.set(name, [...(values.get(name) ?? []), ...found])
  }
  const names = columnNames(database)
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return [0, -1].map((at) => {
    const lure = new Map(Object.entries(COVETED))
    for (const name of names) {
      const sorted = [...(values.get(name) ?? values.get(snake(name)) ?? [])].sort()
      lure.set(name, String(sorted.at(at) ?? 'zz'))
    }
    return lure
  })
}

/** The ids of all rows: those that a form makes are others each time. */
function idsOf({ writer }: Database): Set<string> {
  const tables = writer
    .prepare(
      `select t.name from sqlite_master t where t.type = 'table' and exists
         (select 1 from pragma_table_info(t.name) c where c.name = 'id')`,
    )
    .pluck()
    .all() as string[]
  return new Set(
    tables.flatMap((table) => writer.prepare(`select id from "${table}"`).pluck().all() as string[]),
  )
}

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** The values of each column of the rows that were touched, in an order of their own. */
function cellsOf(rows: readonly TouchedRow[], known: ReadonlySet<string>): Map<string, string> {
  const lists = new Map<string, string[]>()
  for (const { table, row } of rows) {
    for (const [column, value] of Object.entries(row)) {
      const name = `${table}.${column}`
      const text = String(value).replace(UUID, (id) => (known.has(id) ? id : 'new'))
      lists.set(name, [...(lists.get(name) ?? []), text])
    }
  }
  return new Map([...lists].map(([name, values]) => [name, values.sort().join('\n')]))
}

function differing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  )
}

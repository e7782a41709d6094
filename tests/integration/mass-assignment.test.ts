import { afterAll, beforeAll, expect, it } from 'vitest'
import { filled, intentOf } from '~tests/support/authorisation/forms'
import { columnsOf, noteTouchedRows, type TouchedRow } from '~tests/support/authorisation/touched'
import { inTrial } from '~tests/support/authorisation/trial'
import { findForms, makeWorld, post, type FoundForm } from '~tests/support/authorisation/world'

/** What a forger would rather be, or have: for the columns that decide over rights and states. */
const WISHES: Readonly<Record<string, string>> = {
  role: 'owner',
  membership: 'owner',
  roles: 'metropole-admin',
  kind: 'metropole',
  status: 'accepted',
  state: 'published',
  is_giver: '1',
  isGiver: 'true',
  is_taker: '1',
  isTaker: 'true',
  isAdmin: 'true',
  isConfirmed: 'true',
  owner: 'true',
  suspended_at_ms: '',
  email_verified_at_ms: '1',
  emailVerifiedAtMs: '1',
  available_milli: '999999999',
  mass_g: '999999999',
  unit_price_cents: '0',
}
const MARK = 'zz-smuggled-zz'
const NUMBER = '987654321'
/** What people typed so far, kept as it is until they publish it. */
const KEPT_AS_TYPED = ['lot_drafts']

let world: Awaited<ReturnType<typeof makeWorld>>
let forms: FoundForm[]
let marks: Map<string, string>
let touched: ReturnType<typeof noteTouchedRows>

beforeAll(async () => {
  world = await makeWorld()
  const found = await findForms(world)
  const byKind = new Map(found.map((form) => [kindOf(form), form]))
  forms = [...byKind.values()]
  marks = new Map(columnsOf(world.database).map(({ name, isNumber }) => [name, isNumber ? NUMBER : MARK]))
  touched = noteTouchedRows(world.database)
}, 300_000)
afterAll(() => world.end())

function kindOf(form: FoundForm): string {
  const names = [...new Set(form.fields.map(({ name }) => name))].sort().join()
  return [form.pattern, intentOf(form), form.button?.join('=') ?? '', names].join(' ')
}

/** The rows that a form leaves behind when its rightful sender posts it with more fields than it has. */
async function rowsAfter(
  form: FoundForm,
  isFull: boolean,
  more: readonly [string, string][],
): Promise<TouchedRow[]> {
  return inTrial(world.database, async () => {
    touched.forget()
    const answers = [...filled(form, isFull), ...more]
    const route = world.routeOf(form.pattern)
    const reply = await post(world, route, form.path, world.personas[form.who], { ...form, answers })
    expect(reply.status, form.pattern).toBeLessThan(500)
    return touched.read()
  })
}

/** Columns of rows that are the same whenever the form is posted, but not with what was added to it. */
function changedColumns(
  plain: readonly TouchedRow[],
  again: readonly TouchedRow[],
  wished: readonly TouchedRow[],
) {
  return plain.flatMap(({ table, row }, index) =>
    Object.entries(row)
      .filter(([name, value]) => again[index]?.row[name] === value && wished[index]?.row[name] !== value)
      .map(([name]) => `${table}.${name}`),
  )
}

const shape = (rows: readonly TouchedRow[]) => rows.map(({ table, row }) => [table, Object.values(row)])

function extras(form: FoundForm, values: ReadonlyMap<string, string>): [string, string][] {
  const own = new Set(form.fields.map(({ name }) => name))
  return [...values].filter(([name]) => !own.has(name) && name !== form.button?.[0])
}

async function faultsOf(form: FoundForm, isFull: boolean, plain: readonly TouchedRow[]): Promise<string[]> {
  const marked = await rowsAfter(form, isFull, extras(form, marks))
  const faults = marked
    .filter(({ table }) => !KEPT_AS_TYPED.includes(table))
    .flatMap(({ table, row }) => markedColumns(row).map((name) => `${table}.${name}: marked`))
  const wished = await rowsAfter(form, isFull, extras(form, new Map(Object.entries(WISHES))))
  // A refusal of what was added is an answer too.
  if (wished.length === 0 || JSON.stringify(shape(wished)) === JSON.stringify(shape(plain))) return faults
  const again = await rowsAfter(form, isFull, [])
  const changed = changedColumns(plain, again, wished).map((name) => `${name}: wished`)
  return [...faults, ...changed]
}

it('ASVS 15.3.3, 8.2.3: no form writes a column that it does not ask for, whatever is posted beside its fields', async () => {
  const faults: string[] = []
  let through = 0
  for (const form of forms) {
    for (const isFull of [true, false]) {
      const plain = await rowsAfter(form, isFull, [])
      if (plain.length === 0) continue
      through += 1
      const found = await faultsOf(form, isFull, plain)
      faults.push(...found.map((fault) => `${kindOf(form).slice(0, 100)}: ${fault}`))
      break
    }
  }
  expect(faults).toEqual([])
  expect(through).toBeGreaterThan(60)
}, 900_000)

function markedColumns(row: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(row)
    .filter(([, value]) => String(value).includes(MARK) || String(value).includes(NUMBER))
    .map(([name]) => name)
}

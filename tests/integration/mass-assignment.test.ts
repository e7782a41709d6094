import { afterAll, beforeAll, expect, it } from 'vitest'
import { filled, intentOf } from '~tests/support/authorisation/forms'
import { columnNames, noteTouchedRows, type TouchedRow } from '~tests/support/authorisation/touched'
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
let columns: string[]
let touched: ReturnType<typeof noteTouchedRows>

beforeAll(async () => {
  world = await makeWorld()
  const found = await findForms(world)
  const byKind = new Map(found.map((form) => [kindOf(form), form]))
  forms = [...byKind.values()]
  columns = columnNames(world.database)
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

/** Rows without what differs each time: ids, secrets and their hashes. */
function steady(rows: readonly TouchedRow[], again: readonly TouchedRow[]): unknown[] {
  return rows.map(({ table, row }, index) => {
    const twin = again[index]?.row ?? {}
    const same = Object.entries(row).filter(([name, value]) => twin[name] === value)
    return [table, Object.fromEntries(same)]
  })
}

function extras(form: FoundForm, valueOf: (name: string) => string | undefined): [string, string][] {
  const own = new Set(form.fields.map(({ name }) => name))
  const names = [...new Set([...columns, ...Object.keys(WISHES)])].filter(
    (name) => !own.has(name) && name !== form.button?.[0],
  )
  return names.flatMap((name) => {
    const value = valueOf(name)
    return value === undefined ? [] : [[name, value] as [string, string]]
  })
}

it('ASVS 15.3.3, 8.2.3: no form writes a column that it does not ask for, whatever is posted beside its fields', async () => {
  const faults: string[] = []
  let through = 0
  for (const form of forms) {
    for (const isFull of [false, true]) {
      const plain = await rowsAfter(form, isFull, [])
      if (plain.length === 0) continue
      through += 1
      const again = await rowsAfter(form, isFull, [])
      const wished = await rowsAfter(
        form,
        isFull,
        extras(form, (name) => WISHES[name]),
      )
      const name = kindOf(form).slice(0, 120)
      if (
        wished.length > 0 &&
        JSON.stringify(steady(wished, plain)) !== JSON.stringify(steady(again, plain))
      ) {
        faults.push(`${name}: wishes come true`)
      }
      for (const mark of [MARK, NUMBER]) {
        const marked = await rowsAfter(
          form,
          isFull,
          extras(form, () => mark),
        )
        const hit = marked.filter(
          ({ table, row }) => !KEPT_AS_TYPED.includes(table) && JSON.stringify(row).includes(mark),
        )
        faults.push(...hit.map(({ table, row }) => `${name}: ${table} ${markedColumns(row, mark)}`))
      }
    }
  }
  expect(faults).toEqual([])
  expect(through).toBeGreaterThan(60)
}, 900_000)

function markedColumns(row: Readonly<Record<string, unknown>>, mark: string): string {
  return Object.entries(row)
    .filter(([, value]) => String(value).includes(mark))
    .map(([name]) => name)
    .join()
}

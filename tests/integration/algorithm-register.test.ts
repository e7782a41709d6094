import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { setWeights } from '~/features/matching/commands/set-weights.server'
import { SHIPPED_WEIGHTS } from '~/features/matching/model/weights'
import { algorithmRegisterSchema } from '~/http/algorithm-register-schema'
import { loader as page } from '~/routes/algorithms/route'
import { loader as json } from '~/routes/algorithms-json/route'
import { loader as csv } from '~/routes/algorithms-weights-csv/route'
import { loader as schema } from '~/routes/algorithms-schema/route'
import { argsOf } from '~tests/support/requests'
import { createActor } from '~tests/support/actors'
import { setupDatabase, type TestSetup } from '~tests/support/database'

const NOW = Date.parse('2026-09-15T12:00:00Z')
const OTHER = { ...SHIPPED_WEIGHTS.of, fit: 0.1, price: 0.2 }

let setup: TestSetup
beforeEach(async () => {
  setClock({ now: () => NOW })
  setup = await setupDatabase()
})
afterEach(() => {
  setup.cleanup()
  setClock()
})

const read = async () => algorithmRegisterSchema.parse(await (await json()).json())

describe('the register of algorithms', () => {
  it('tells machines what its schema promises, in both languages, before any plan', async () => {
    const { algorithms } = await read()
    expect(algorithms.map(({ id }) => id)).toEqual(['matching', 'allocation', 'tagging', 'attribution'])
    for (const { purpose, decides, operations } of algorithms) {
      for (const text of [purpose, decides, operations]) expect(text.fr).not.toBe(text.en)
    }
    expect(algorithms[1].latest).toBeNull()
    const shape = (await schema().json()) as { properties: object }
    expect(Object.keys(shape.properties)).toContain('algorithms')
  })

  it('shows the weights in force and those before, with date and reason, and names nobody', async () => {
    const admin = await createActor('admin')
    await setWeights({ actor: admin, seen: 'p0', of: OTHER, reason: 'Le prix compte plus' })
    const [matching, allocation] = (await read()).algorithms
    expect(matching.versions.weights).toBe('p1')
    expect(allocation.versions.weights).toBe('p1')
    expect(matching.parts.find(({ key }) => key === 'price')?.weight).toBe(0.2)
    expect(matching.history).toMatchObject([
      { version: 'p1', since: '2026-09-15T12:00:00.000Z', reason: 'Le prix compte plus', weights: OTHER },
      { version: 'p0', since: null, weights: SHIPPED_WEIGHTS.of },
    ])
    const file = await csv(argsOf(new Request('http://localhost/algorithmes/poids.csv')))
    const lines = (await file.text()).trim().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[1]).toContain('p1;2026-09-15T12:00:00.000Z;Le prix compte plus;0,1;')
    const whole = JSON.stringify([await read(), await page(), lines])
    for (const secret of [admin.name, admin.userId, admin.email]) expect(whole).not.toContain(secret)
  })

  it('works its example with the weights in force', async () => {
    const before = (await page()).example
    await setWeights({ actor: await createActor('admin'), seen: 'p0', of: OTHER, reason: 'Essai' })
    const after = (await page()).example
    expect(before?.weightsVersion).toBe('p0')
    expect(after?.weightsVersion).toBe('p1')
    expect(after?.score).not.toBe(before?.score)
  })
})

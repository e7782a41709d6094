import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GENESIS, verifyChain, type ChainLink } from '~/core/hash-chain'
import { MATERIAL_TYPES } from '~/core/material-types'
import { chainAfter, contentOf, reversalOf, type NewLedgerRow } from './chained-row'
import { digestOf } from './ledger-chain'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

type Placed = NewLedgerRow & { seq: number; prevHash: string; hash: string }

function row(massG: number, more: Partial<NewLedgerRow> = {}): NewLedgerRow {
  return {
    kind: 'handover',
    handoverId: `0192${massG}`,
    fromSiteId: 'site',
    fromCommuneCode: '93066',
    toCommuneCode: null,
    material: 'brick',
    massG,
    straightM: null,
    netAvoidedGCo2e: null,
    netLowGCo2e: null,
    netHighGCo2e: null,
    factorVersion: null,
    truck: null,
    emptyReturnPct: null,
    handedOverOn: '2026-09-15',
    recordedAtMs: 1_789_000_000_000,
    correctsSeq: null,
    correctionId: null,
    reason: null,
    decidedBy: null,
    ...more,
  }
}

function chainOf(rows: readonly NewLedgerRow[]): Placed[] {
  const placed: Placed[] = []
  let before = { seq: 0, hash: GENESIS }
  for (const one of rows) {
    const next = chainAfter(before, one, sha256)
    placed.push(next)
    before = next
  }
  return placed
}

function linkOf(placed: Placed): ChainLink {
  const { seq, prevHash, hash } = placed
  return { seq, prevHash, hash, digest: digestOf(contentOf(placed, sha256), sha256) }
}

const NOTHING_KNOWN = { heads: [], highestSeq: 0 }
const faultsOf = (rows: readonly Placed[], known = NOTHING_KNOWN as Parameters<typeof verifyChain>[1]) =>
  verifyChain(rows.map(linkOf), known, sha256).faults

describe('the canonical form', () => {
  it('is the one that docs/ledger.md works by hand', () => {
    const content = contentOf(row(600_000, { handoverId: 'a', fromSiteId: 'b' }), sha256)
    const text = JSON.stringify([
      ...['gisement-ledger-1', 'handover', sha256('handover:a'), null, null, sha256('site:b')],
      ...['93066', null, 'brick', 600000, null, null, null, null, null, null, null],
      ...['2026-09-15', 1789000000000, null, null],
    ])
    expect(digestOf(content, sha256)).toBe(sha256(text))
    const [first] = chainOf([row(600_000, { handoverId: 'a', fromSiteId: 'b' })])
    expect(first?.hash).toBe(sha256(`["${GENESIS}",1,"${sha256(text)}"]`))
  })

  it('holds no id of a record', () => {
    const content = JSON.stringify(contentOf(row(1, { handoverId: 'h-id', fromSiteId: 's-id' }), sha256))
    expect(content).not.toMatch(/h-id|s-id/)
  })
})

describe('verifyChain', () => {
  const rows = chainOf([100, 200, 300, 400, 500].map((massG) => row(massG)))

  it('finds nothing wrong with a chain that holds', () => {
    const report = verifyChain(rows.map(linkOf), NOTHING_KNOWN, sha256)
    expect(report).toEqual({ rows: 5, head: { seq: 5, hash: rows[4]!.hash }, faults: [] })
    expect(verifyChain([], NOTHING_KNOWN, sha256)).toEqual({ rows: 0, head: null, faults: [] })
  })

  it('names a row that was altered', () => {
    const altered = rows.map((one) => (one.seq === 3 ? { ...one, massG: 9 } : one))
    expect(faultsOf(altered)).toEqual([{ kind: 'altered', seq: 3 }])
  })

  it('names a row that was altered together with its own hash', () => {
    const forged = chainAfter(rows[1]!, row(9), sha256)
    expect(faultsOf(rows.map((one) => (one.seq === 3 ? forged : one)))).toEqual([{ kind: 'altered', seq: 3 }])
  })

  it.each([1, 2, 4])('says where row %i was removed', (seq) => {
    expect(faultsOf(rows.filter((one) => one.seq !== seq))).toEqual([
      { kind: 'removed', afterSeq: seq - 1, beforeSeq: seq + 1 },
    ])
  })

  it('names a row that was inserted', () => {
    const spaced = chainOf([row(1)])
    const last = chainAfter(spaced[0]!, row(3), sha256, 5)
    const inserted = chainAfter(spaced[0]!, row(2), sha256, 3)
    expect(faultsOf([spaced[0]!, inserted, last])).toEqual([{ kind: 'inserted', seq: 3 }])
  })

  it('misses the end that was cut off, from the numbers that were given or a head that was published', () => {
    const cut = rows.slice(0, 3)
    expect(faultsOf(cut)).toEqual([])
    const truncated = { kind: 'truncated', lastSeq: 3, expectedSeq: 5 }
    expect(faultsOf(cut, { heads: [], highestSeq: 5 })).toEqual([truncated])
    const head = { day: '2026-09-15', seq: 5, hash: rows[4]!.hash }
    expect(faultsOf(cut, { heads: [head], highestSeq: 0 })).toEqual([truncated])
  })

  it('tells a chain that was written anew from a head that was published', () => {
    const anew = chainOf([100, 200, 999, 400, 500].map((massG) => row(massG)))
    const heads = [2, 4].map((seq) => ({ day: `2026-09-0${seq}`, seq, hash: rows[seq - 1]!.hash }))
    expect(faultsOf(anew, { heads, highestSeq: 5 })).toEqual([
      { kind: 'rewritten', seq: 4, day: '2026-09-04' },
    ])
  })

  it('says which rows have no hash yet', () => {
    const links = [...rows.map(linkOf), { seq: 6, digest: 'd', prevHash: null, hash: null }]
    expect(verifyChain(links, NOTHING_KNOWN, sha256).faults).toEqual([{ kind: 'unsealed', seq: 6 }])
  })
})

const someRow = fc
  .record({
    massG: fc.integer({ min: 1, max: 50_000_000 }),
    handoverId: fc.uuid(),
    material: fc.constantFrom(...MATERIAL_TYPES),
    netAvoidedGCo2e: fc.option(fc.integer({ min: -1e7, max: 1e7 })),
  })
  .map((values) => row(values.massG, values))

describe('any chain', () => {
  it('holds as written, and breaks wherever a value of a row is changed', () => {
    fc.assert(
      fc.property(
        fc.array(someRow, { minLength: 1, maxLength: 12 }),
        fc.nat(),
        fc.constantFrom('massG', 'handedOverOn', 'fromCommuneCode', 'material', 'recordedAtMs'),
        (rows, at, field) => {
          const chain = chainOf(rows)
          expect(faultsOf(chain)).toEqual([])
          const index = at % chain.length
          const changed = { ...chain[index]!, [field]: field === 'massG' ? chain[index]!.massG + 1 : 'x' }
          const broken = faultsOf(chain.map((one, place) => (place === index ? changed : one)))
          expect(broken).toEqual([{ kind: 'altered', seq: index + 1 }])
        },
      ),
    )
  })

  it('sums to the masses in effect, whatever was corrected and how often', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1e7 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 1e7 })), { maxLength: 12 }),
        (masses, corrections) => {
          const rows: Placed[] = []
          const add = (one: NewLedgerRow) => {
            const placed = chainAfter(rows.at(-1) ?? { seq: 0, hash: GENESIS }, one, sha256)
            rows.push(placed)
            return placed
          }
          const current: (Placed | null)[] = masses.map((massG) =>
            add(row(massG, { netAvoidedGCo2e: massG })),
          )
          for (const [at, massG] of corrections) {
            const wrong = current[at % current.length]
            if (!wrong) continue
            const { prevHash: _, hash: __, ...content } = wrong
            const decided = {
              recordedAtMs: 1,
              correctionId: 'c',
              reason: 'typing',
              decidedBy: 'team',
            } as const
            add(reversalOf(content, decided))
            current[at % current.length] =
              massG === 0
                ? null
                : add(
                    row(massG, {
                      ...decided,
                      kind: 'replacement',
                      correctsSeq: wrong.seq,
                      netAvoidedGCo2e: massG,
                    }),
                  )
          }
          const inEffect = current.reduce((sum, one) => sum + (one?.massG ?? 0), 0)
          expect(rows.reduce((sum, { massG }) => sum + massG, 0)).toBe(inEffect)
          expect(rows.reduce((sum, { netAvoidedGCo2e }) => sum + (netAvoidedGCo2e ?? 0), 0)).toBe(inEffect)
          expect(faultsOf(rows)).toEqual([])
        },
      ),
    )
  })
})

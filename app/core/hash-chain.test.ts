import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { GENESIS, linkHash, verifyChain, type ChainLink } from './hash-chain'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

function chain(length: number): ChainLink[] {
  const links: ChainLink[] = []
  for (let seq = 1; seq <= length; seq++) {
    const prevHash = links.at(-1)?.hash ?? GENESIS
    const digest = sha256(`row ${seq}`)
    links.push({ seq, digest, prevHash, hash: linkHash(prevHash, seq, digest, sha256) })
  }
  return links
}

describe('a chain whose oldest rows were let go', () => {
  const links = chain(6)
  const anchor = { seq: 3, hash: links[2]!.hash! }
  const known = { heads: [], highestSeq: 6, anchor }

  it('holds from its anchor, and from nowhere else', () => {
    const kept = links.slice(3)
    expect(verifyChain(kept, known, sha256)).toMatchObject({ rows: 3, faults: [] })
    expect(verifyChain(kept, { heads: [], highestSeq: 6 }, sha256).faults).toEqual([
      { kind: 'removed', afterSeq: 0, beforeSeq: 4 },
    ])
  })

  it('misses a row that went beyond the anchor', () => {
    expect(verifyChain(links.slice(4), known, sha256).faults).toEqual([
      { kind: 'removed', afterSeq: 3, beforeSeq: 5 },
    ])
  })

  it('tells a false anchor from a head that was kept elsewhere', () => {
    const false3 = { seq: 3, hash: 'f'.repeat(64) }
    const heads = [{ day: '2026-09-15', ...anchor }]
    const { faults } = verifyChain(links.slice(3), { heads, highestSeq: 6, anchor: false3 }, sha256)
    expect(faults).toContainEqual({ kind: 'rewritten', seq: 3, day: '2026-09-15' })
  })

  it('may be empty, all of it older than what is kept', () => {
    expect(verifyChain([], { heads: [], highestSeq: 3, anchor }, sha256)).toEqual({
      rows: 0,
      head: anchor,
      faults: [],
    })
  })
})

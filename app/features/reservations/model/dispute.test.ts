import { describe, expect, it } from 'vitest'
import { judgeSettlement } from './dispute'

describe('judgeSettlement', () => {
  it.each([
    [null, null, 'resume', 'giver', 'proposed'],
    ['resume', 'giver', 'resume', 'giver', 'again'],
    ['resume', 'giver', 'cancel', 'giver', 'proposed'],
    ['resume', 'giver', 'cancel', 'taker', 'proposed'],
    ['resume', 'giver', 'resume', 'taker', 'settled-by-both'],
    ['cancel', 'taker', 'cancel', 'giver', 'settled-by-both'],
    [null, null, 'cancel', 'team', 'settled-by-team'],
    ['resume', 'giver', 'cancel', 'team', 'settled-by-team'],
  ] as const)('of %s by %s, %s by %s: %s', (proposed, proposedBy, outcome, by, expected) => {
    expect(judgeSettlement({ outcome: proposed, by: proposedBy }, { outcome, by })).toBe(expected)
  })
})

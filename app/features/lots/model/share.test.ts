import { describe, expect, it } from 'vitest'
import { shareStateOf } from './share'

describe('what a link has become', () => {
  it.each([
    [{ expiresAtMs: 1000, revokedAtMs: null }, 999, 'open'],
    [{ expiresAtMs: 1000, revokedAtMs: null }, 1000, 'expired'],
    [{ expiresAtMs: 1000, revokedAtMs: 500 }, 999, 'revoked'],
    [{ expiresAtMs: 1000, revokedAtMs: 500 }, 2000, 'revoked'],
  ] as const)('%o at %i is %s', (share, atMs, state) => {
    expect(shareStateOf(share, atMs)).toBe(state)
  })
})

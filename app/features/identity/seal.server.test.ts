import { afterAll, expect, it } from 'vitest'
import { readEnv, setEnv } from '~/platform/env.server'
import { seal, unseal } from './seal.server'

const secret = (letter: string) => readEnv({ NODE_ENV: 'test', SESSION_SECRET: letter.repeat(32) })
afterAll(() => setEnv(readEnv()))

it('opens for its purpose and its owner alone, and never twice the same on paper', () => {
  setEnv(secret('a'))
  const sealed = seal('JBSWY3DPEHPK3PXP', 'totp', 'lou')
  expect(unseal(sealed, 'totp', 'lou')).toBe('JBSWY3DPEHPK3PXP')
  expect(unseal(sealed, 'totp', 'max')).toBeNull()
  expect(unseal(sealed, 'totp-setup', 'lou')).toBeNull()
  expect(seal('JBSWY3DPEHPK3PXP', 'totp', 'lou')).not.toBe(sealed)
  expect(Buffer.from(sealed, 'base64url').includes('JBSWY3DPEHPK3PXP')).toBe(false)
})

it('ASVS 11.3.3: does not open what was changed, cut, or closed under another secret', () => {
  setEnv(secret('a'))
  const bytes = Buffer.from(seal('text', 'totp', 'lou'), 'base64url')
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes)
    changed[at]! ^= 1
    expect(unseal(changed.toString('base64url'), 'totp', 'lou')).toBeNull()
  }
  expect(unseal(bytes.subarray(0, 20).toString('base64url'), 'totp', 'lou')).toBeNull()
  expect(unseal('', 'totp', 'lou')).toBeNull()
  setEnv(secret('b'))
  expect(unseal(bytes.toString('base64url'), 'totp', 'lou')).toBeNull()
})

import { Secret, URI, type TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { newTotpSecret, totpStepOf, totpUri } from './totp.server'

/** The secret and the times of RFC 6238, appendix B, cut to six digits. */
const RFC = Secret.fromLatin1('12345678901234567890').base32
const VECTORS: readonly [seconds: number, code: string][] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
]

describe('totpStepOf', () => {
  it.each(VECTORS)('at %i s takes the code of the RFC', (seconds, code) => {
    expect(totpStepOf(RFC, code, seconds * 1000)).toBe(Math.floor(seconds / 30))
  })

  it('takes the step before and the step after, none further', () => {
    const code = '005924'
    const step = Math.floor(1_234_567_890 / 30)
    const at = (steps: number) => totpStepOf(RFC, code, (step + steps) * 30_000 + 15_000)
    expect([-2, -1, 0, 1, 2].map(at)).toEqual([null, step, step, step, null])
  })

  it.each(['', '00592', '0059244', 'abcdef', '00592４', '-05924', '5924'])('refuses «%s»', (typed) => {
    expect(totpStepOf(RFC, typed, 1_234_567_890_000)).toBeNull()
  })

  it('takes a code typed with a space', () => {
    expect(totpStepOf(RFC, ' 005 924 ', 1_234_567_890_000)).not.toBeNull()
  })
})

it('gives applications what they need to make the same codes', () => {
  const secret = newTotpSecret()
  expect(Secret.fromBase32(secret).bytes).toHaveLength(20)
  const app = URI.parse(totpUri(secret, 'lou@exemple.fr'))
  expect(app).toMatchObject({ issuer: 'Gisement', label: 'lou@exemple.fr' })
  const now = 1_234_567_890_000
  expect(totpStepOf(secret, (app as TOTP).generate({ timestamp: now }), now)).toBe(41_152_263)
})

import { describe, expect, it } from 'vitest'
import { maskLine } from './mask'

const lineOf = (value: unknown) => JSON.stringify(value)

describe('a line of the log', () => {
  it.each([
    [
      'an address in a message',
      { msg: '550 5.1.1 <jeanne.canari@personnes.example> unknown' },
      'jeanne.canari',
    ],
    ['an address as the whole', { to: 'jeanne.canari@personnes.example' }, 'jeanne.canari'],
    ['a value under a telling name', { password: 'canari-secret' }, 'canari-secret'],
    ['one deep in an error', { err: { config: { accessToken: 'canari-secret' } } }, 'canari-secret'],
    ['one with quotes in it', { setCookie: 'a="canari-secret"; b' }, 'canari-secret'],
    ['a list of addresses', { rejected: ['jeanne.canari@personnes.example'] }, 'jeanne.canari'],
    [
      'the name and password of a server',
      { msg: 'smtp://robot:canari-secret@mail.example' },
      'canari-secret',
    ],
    ['a cookie in a message', { msg: 'Cookie: __Host-session=canari-secret; other=1' }, 'canari-secret'],
  ])('ASVS 16.2.5: does not hold %s', (_what, value, canary) => {
    const line = maskLine(lineOf(value))
    expect(line).not.toContain(canary)
    expect(() => JSON.parse(line) as unknown).not.toThrow()
  })

  it('is otherwise as it was', () => {
    const line = lineOf({
      level: 40,
      requestId: 'a1b2c3d4e5',
      route: '/lots/:id',
      msg: 'a job failed',
      ms: 12,
    })
    expect(maskLine(line)).toBe(line)
  })
})

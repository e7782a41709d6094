import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isCompatible, licencesPage, packagesByLicence, type Lock } from './licences'

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock

describe('licences', () => {
  it.each([
    ['MIT', true],
    ['(GPL-3.0-only OR MIT)', true],
    ['Apache-2.0 AND LGPL-3.0-or-later AND MIT', true],
    ['MIT AND SSPL-1.0', false],
    ['unknown', false],
  ])('judges %s', (expression, compatible) => {
    expect(isCompatible(expression)).toBe(compatible)
  })

  it('counts what ships, and leaves development out', () => {
    const licences = packagesByLicence({
      packages: {
        '': { license: 'EUPL-1.2' },
        'node_modules/a': { license: 'MIT' },
        'node_modules/b/node_modules/@c/a': { license: 'ISC' },
        'node_modules/d': { license: 'GPL-3.0-only', dev: true },
      },
    })
    expect([...licences]).toEqual([
      ['ISC', ['@c/a']],
      ['MIT', ['a']],
    ])
  })

  it('refuses a package whose licence nobody knows', () => {
    expect(() => licencesPage({ packages: { 'node_modules/a': {} } })).toThrow('unknown: a')
  })

  it('are named in docs/licences.md', () => {
    expect(readFileSync('docs/licences.md', 'utf8')).toBe(licencesPage(lock))
  })

  it('are the same in the package and in the lock', () => {
    const { license } = JSON.parse(readFileSync('package.json', 'utf8')) as { license: string }
    expect(lock.packages['']?.license).toBe(license)
    expect(readFileSync('LICENSE', 'utf8')).toContain('EUROPEAN UNION PUBLIC LICENCE v. 1.2')
  })
})

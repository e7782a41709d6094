import { readFileSync } from 'node:fs'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { renderAsvs } from './asvs'
import { titlesIn } from './asvs/carried'
import { LEVEL_3 } from './asvs/level-3'
import { asvsPage, REQUIREMENTS, unknownNumbers } from './asvs/page'

const ROOT = process.cwd()
const test = (ids: string[], title = 'does so') => ({ ids, title, file: 'a.test.ts' })

describe('the table of requirements', () => {
  it('has those of the standard: 70 of level 1, 183 of level 2, 92 of level 3, each once', () => {
    const levels = [1, 2].map(
      (level) => REQUIREMENTS.filter((requirement) => requirement.level === level).length,
    )
    expect([...levels, LEVEL_3.size]).toEqual([70, 183, 92])
    expect(new Set([...REQUIREMENTS.map(({ id }) => id), ...LEVEL_3]).size).toBe(345)
  })
})

describe('titles of tests', () => {
  it('give their numbers and the rest', () => {
    const source = `it('ASVS 2.3.4: one winner', f)\nit.each([])("ASVS 6.3.1, 6.3.8: isn't told: %s", f)\nit('ASVS 3.4: none', f)`
    expect(titlesIn(source)).toEqual([
      { ids: ['2.3.4'], title: 'one winner' },
      { ids: ['6.3.1', '6.3.8'], title: "isn't told: %s" },
    ])
  })

  it('must carry numbers that exist', () => {
    expect(unknownNumbers([test(['2.3.4', '6.3.8']), test(['9.9.9'])])).toEqual(['9.9.9 in a.test.ts'])
  })
})

describe('the page', () => {
  it('says covered with the test, not applicable with the reason, open with what is missing', () => {
    const page = asvsPage([test(['2.3.4'], 'has <one> winner'), test(['5.2.6'], 'counts pixels')], [], ROOT)
    expect(page).toContain(
      '**2.3.4** (L2) Limited stock is never double-booked: covered\n  - has \\<one\\> winner',
    )
    expect(page).toContain('**1.2.6** (L2) LDAP injection: _not applicable._ No directory service is asked.')
    expect(page).toContain('**5.4.3** (L2) Virus scan of what others send: **open.**')
    expect(page).toMatch(/\*\*5\.2\.6\*\* \(L3\)\n {2}- counts pixels/)
    expect(page).toMatch(/\| both \| 1 \| 0 \| \d+ \| \d+ \| 253 \|/)
  })

  it('takes a document as an answer where the standard asks for one, and nowhere else', () => {
    const written = (id: string) => ({ ids: [id], title: 'x', file: 'docs/x.md' })
    const page = asvsPage([], [written('6.1.1'), written('6.3.3')], ROOT)
    expect(page).toContain('**6.1.1** (L1) Written limits against guessing: in [docs/x.md]')
    expect(page).toContain('**6.3.3** (L2) A second factor: **open.**')
  })

  it('in docs/security is of today: run «npm run asvs» when it is not', async () => {
    const kept = readFileSync(`${ROOT}/docs/security/asvs.md`, 'utf8')
    expect(
      kept === (await renderAsvs(ROOT)),
      'docs/security/asvs.md is out of date: run «npm run asvs».',
    ).toBe(true)
  })
})

import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { rgaaEn } from '~/messages/rgaa-en'
import { rgaaFr } from '~/messages/rgaa-fr'
import { CRITERIA, CRITERIA_BY_THEME, LOOKS } from './criteria'
import { judge, type Measured } from './judge'
import { accessibilityStatement } from './statement'

const RUN: Measured = {
  ...{ day: '2026-11-29', version: '1.0.0', pages: ['/'], views: 1 },
  rules: [{ id: 'color-contrast', passed: 3, failed: 0, unsure: 1 }],
  absent: { media: 0, frame: 0, captcha: 0, blink: 0 },
  tests: [{ file: 'keyboard.spec.ts', passed: 4, failed: 0, unfinished: 0 }],
}
/** axe as the browser tests have it: it comes with their package. */
const axe = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))('axe-core') as {
  getRules: () => { ruleId: string }[]
}
const stateOf = (number: string, run: Measured) => judge(run).find((one) => one.number === number)

describe('the criteria', () => {
  it('are the 106 of RGAA 4.1, each with a name in both languages', () => {
    expect(CRITERIA).toHaveLength(106)
    for (const { theme, criterion } of [rgaaFr, rgaaEn]) {
      const counts = Object.values(criterion).map((names) => Object.values(names).length)
      expect(counts).toEqual([...CRITERIA_BY_THEME])
      expect(Object.keys(theme)).toHaveLength(13)
    }
  })

  it('are looked at by rules of axe and by tests that exist', () => {
    const rules = new Set(axe.getRules().map(({ ruleId }) => ruleId))
    for (const [number, { axe: ids = [], tests = [] }] of Object.entries(LOOKS)) {
      expect(CRITERIA, number).toContain(number)
      expect(
        ids.filter((id) => !rules.has(id)),
        number,
      ).toEqual([])
      expect(
        tests.filter((file) => !fs.existsSync(path.resolve('tests/e2e', file))),
        number,
      ).toEqual([])
    }
  })
})

describe('a criterion', () => {
  it.each([
    ['3.2', 'a rule that found nothing', RUN, 'passed'],
    [
      '3.2',
      'a rule that found a fault',
      { ...RUN, rules: [{ id: 'color-contrast', passed: 3, failed: 1, unsure: 0 }] },
      'failed',
    ],
    ['8.5', 'a rule that was not run', RUN, 'open'],
    ['1.8', 'nothing automatic', RUN, 'open'],
    ['12.9', 'tests that passed', RUN, 'passed'],
    [
      '12.9',
      'a test that failed',
      { ...RUN, tests: [{ file: 'keyboard.spec.ts', passed: 3, failed: 1, unfinished: 0 }] },
      'failed',
    ],
    [
      '12.9',
      'tests that did not come to their end',
      { ...RUN, tests: [{ file: 'keyboard.spec.ts', passed: 3, failed: 0, unfinished: 1 }] },
      'open',
    ],
    ['4.3', 'what no page has', RUN, 'absent'],
    ['4.3', 'what a page has', { ...RUN, absent: { ...RUN.absent, media: 1 } }, 'open'],
    ['4.3', 'no page at all', { ...RUN, views: 0 }, 'open'],
  ] as const)('%s by %s', (number, _how, run, state) => {
    expect(stateOf(number, run)).toMatchObject({ state })
  })
})

describe('the statement', () => {
  const { measured, criteria } = accessibilityStatement()

  it('is of a run that walked the pages, and tells faults as they were found', () => {
    expect(measured.day).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(measured.views).toBeGreaterThanOrEqual(measured.pages.length)
    expect(measured.pages.length).toBeGreaterThan(50)
    const failed = new Set(measured.rules.filter((rule) => rule.failed > 0).map(({ id }) => id))
    for (const { number, state } of criteria) {
      const isAtFault = (LOOKS[number]?.axe ?? []).some((id) => failed.has(id))
      if (isAtFault) expect(state, number).toBe('failed')
    }
  })

  it('says of most criteria that nothing automatic assesses them', () => {
    expect(criteria.filter(({ state }) => state === 'open').length).toBeGreaterThan(40)
  })
})

import type AxeBuilder from '@axe-core/playwright'
import type { Page, TestInfo } from '@playwright/test'
import { ABSENT, type AbsentKind } from '~/core/accessibility/criteria'
import { AXE_ATTACHMENT, type AxeRecord } from '~/core/accessibility/record'

type AxeResults = Awaited<ReturnType<AxeBuilder['analyze']>>

const records = new WeakMap<TestInfo, AxeRecord>()

/** Keeps what axe said of a page, for the accessibility statement. */
export async function noteLook(test: TestInfo, page: Page, results: AxeResults): Promise<void> {
  const record = records.get(test) ?? { views: 0, pages: [], rules: {}, absent: {} }
  records.set(test, record)
  record.views += 1
  const address = patternOf(new URL(page.url()).pathname)
  if (!record.pages.includes(address)) record.pages.push(address)
  const count = (found: AxeResults['passes'], as: 'passed' | 'failed' | 'unsure') => {
    for (const { id } of found) {
      const rule = (record.rules[id] ??= { passed: 0, failed: 0, unsure: 0 })
      rule[as] += 1
    }
  }
  count(results.passes, 'passed')
  count(results.violations, 'failed')
  count(results.incomplete, 'unsure')
  const found = await page.evaluate(
    (selectors) =>
      Object.entries(selectors).map(
        ([kind, selector]) => [kind, document.querySelectorAll(selector).length] as const,
      ),
    ABSENT,
  )
  for (const [kind, elements] of found) {
    const known = kind as AbsentKind
    record.absent[known] = (record.absent[known] ?? 0) + elements
  }
}

/** Puts the record of a test into its report, where it has one. */
export async function attachLooks(test: TestInfo): Promise<void> {
  const record = records.get(test)
  if (!record) return
  await test.attach(AXE_ATTACHMENT, { body: JSON.stringify(record), contentType: 'application/json' })
}

/** An address without the names of its records. */
function patternOf(pathname: string): string {
  return pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
}

import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'
import type { DemoRole } from '~/features/identity/model/demo-accounts'

/** Every test fails on an error in the browser's console, a page error, or a script blocked by the content policy. */
export const test = base.extend<{ expectedErrors: RegExp[] }>({
  expectedErrors: [[], { option: true }],
  page: async ({ page, expectedErrors }, runTest) => {
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`${message.text()} ${message.location().url}`)
    })
    await runTest(page)
    const unexpected = faults.filter((fault) => !expectedErrors.some((pattern) => pattern.test(fault)))
    expect(unexpected, 'errors in the console').toEqual([])
  },
})
export { expect }

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Zero axe violations up to WCAG 2.2 AA, and no sideways scroll. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(AXE_TAGS).analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`,
  )
  expect(found, `axe on ${page.url()}`).toEqual([])
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, `sideways scroll on ${page.url()}`).toBeLessThanOrEqual(0)
}

const DEMO_BUTTON: Record<DemoRole, RegExp> = {
  giver: /Entrer comme Karim Benali/,
  taker: /Entrer comme Claire Morel/,
  agent: /Entrer comme /,
  admin: /Entrer comme /,
}

/** Signs in through the page, as a demo visitor does; the session before is ended. */
export async function signInAs(page: Page, role: DemoRole): Promise<void> {
  await page.context().clearCookies({ name: 'gisement' })
  await page.goto('/connexion')
  const order: DemoRole[] = ['giver', 'taker', 'agent', 'admin']
  const buttons = page.getByRole('button', { name: DEMO_BUTTON[role] })
  const isUnique = role === 'giver' || role === 'taker'
  await (isUnique ? buttons : buttons.nth(order.indexOf(role))).click()
  await expect(page).toHaveURL(/tableau-de-bord/)
}

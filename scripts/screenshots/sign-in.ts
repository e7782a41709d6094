import type { Page } from 'playwright'
import { paths } from '~/core/paths'
import { DEMO_ACCOUNTS, type DemoRole } from '~/features/identity/model/demo-accounts'

/** Opens a session of the demo in the page's browser context, as the button of the sign-in page does. */
export async function signInAs(page: Page, role: DemoRole): Promise<void> {
  const account = DEMO_ACCOUNTS.find((candidate) => candidate.role === role)
  await page.goto(paths.signIn())
  await page.locator(`form:has(input[value="${account?.email}"]) button`).click()
  await page.waitForURL(`**${paths.dashboard()}`)
}

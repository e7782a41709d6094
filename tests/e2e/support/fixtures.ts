import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test'
import { DEMO_ACCOUNTS, type DemoRole } from '~/features/identity/model/demo-accounts'
import { paths } from '~/core/paths'
import { attachLooks, noteLook } from './axe-record'

type Fixtures = {
  /** Faults that the test means to cause, such as the status of a refused form. */
  expectedErrors: RegExp[]
  faults: string[]
  /** One more person, in a browser of their own, with the same care for faults. */
  openPageOf: (role: DemoRole | 'visitor') => Promise<Page>
}

const NOT_FAULTS = [
  // The recorder of traces reads the pictures that a page made of chosen photos, which the content policy forbids.
  /^Connecting to 'blob:/,
  // The router drops the answer that it still reads for a page that is left or asked for anew, and notes it here.
  /^AbortError: signal is aborted without reason\b/,
]

/** Notes each error in a console, each page error, each refused or failed request and each script that the content policy blocks. */
function watch(context: BrowserContext, faults: string[]): void {
  context.on('weberror', (fault) => faults.push(fault.error().message))
  context.on('console', (message) => {
    const text = message.text()
    if (message.type() !== 'error' || NOT_FAULTS.some((pattern) => pattern.test(text))) return
    faults.push(`${text} ${message.location().url}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`)
  })
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'failed'
    // A browser drops what it still loads for a page that it leaves, and hands a download over. Scripts that may not
    // run are refused as `csp`; those that the content policy blocks are in the console besides.
    if (reason !== 'csp' && !reason.includes('ERR_ABORTED')) faults.push(`${reason} ${request.url()}`)
  })
}

/**
 * A person reads a page before acting on it; scripts come after the page is drawn. Every `goto` of a test ends once they
 * have started, where there are any, unless it says itself what it waits for.
 */
function readBeforeActing(page: Page): void {
  const goTo = page.goto.bind(page)
  page.goto = async (url, options) => {
    const response = await goTo(url, options)
    if (!options?.waitUntil) await scriptsStarted(page)
    return response
  }
}

async function scriptsStarted(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const hasScripts = '__remixContext' in window
    return !hasScripts || Object.keys(document.documentElement).some((key) => key.startsWith('__reactProps'))
  })
}

/** Every test fails on a fault in the browser that it did not expect. */
export const test = base.extend<Fixtures>({
  expectedErrors: [[], { option: true }],
  faults: async ({ expectedErrors }, runTest, testInfo) => {
    const faults: string[] = []
    await runTest(faults)
    await attachLooks(testInfo)
    const unexpected = faults.filter((fault) => !expectedErrors.some((pattern) => pattern.test(fault)))
    expect(unexpected, 'faults in the browser').toEqual([])
  },
  context: async ({ context, faults }, runTest) => {
    watch(context, faults)
    context.on('page', readBeforeActing)
    await runTest(context)
  },
  openPageOf: async ({ browser, faults }, runTest) => {
    const contexts: BrowserContext[] = []
    await runTest(async (role) => {
      const context = await browser.newContext()
      contexts.push(context)
      watch(context, faults)
      context.on('page', readBeforeActing)
      const page = await context.newPage()
      if (role !== 'visitor') await signInAs(page, role)
      return page
    })
    await Promise.all(contexts.map((context) => context.close()))
  },
})
export { expect }

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Zero axe violations up to WCAG 2.2 AA, and no sideways scroll. */
export async function expectAccessible(page: Page): Promise<void> {
  // To read the checker takes a page about as long as to be checked: one that is looked at again has it already.
  const hasAxe = await page.evaluate(() => 'axe' in window)
  // Of what is in order one example of each rule comes back, and no second page is opened to add the frames up.
  const axe = new AxeBuilder({ page, ...(hasAxe && { axeSource: ';' }) })
    .options({ resultTypes: ['violations'] })
    .withTags(AXE_TAGS)
  const results = await axe.setLegacyMode(true).analyze()
  await noteLook(test.info(), page, results)
  const { violations } = results
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`,
  )
  expect(found, `axe on ${page.url()}`).toEqual([])
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, `sideways scroll on ${page.url()}`).toBeLessThanOrEqual(0)
}

/** Signs in as a demo visitor does, without drawing the page; the session before is ended. */
export async function signInAs(page: Page, role: DemoRole): Promise<void> {
  await page.context().clearCookies({ name: 'gisement' })
  const email = DEMO_ACCOUNTS.find((account) => account.role === role)!.email
  const reply = await page.request.post(paths.demoSignIn(), { form: { email } })
  expect(reply.url()).toContain(paths.dashboard())
}

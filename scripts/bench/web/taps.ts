import type { Page } from 'puppeteer-core'

const MOST = 6
const PAUSE_MS = 400
/** What answers to a tap without leaving the page. */
const TAPPED = 'summary, label:has(input[type=checkbox]), label:has(input[type=radio]), button[type=button]'
const TYPED = 'main input:is([type=text], [type=search], [type=number], :not([type]))'

/** Taps what the page offers first, then types in its first field; says how many taps it made. */
export async function tapAround(page: Page): Promise<number> {
  let taps = 0
  for (const target of await page.$$(TAPPED)) {
    if (taps >= MOST) break
    if (!(await target.isVisible())) continue
    await target.scrollIntoView()
    await target.tap()
    taps += 1
    await pause()
  }
  const field = await page.$(TYPED)
  if (field && (await field.isVisible())) {
    await field.tap()
    await page.keyboard.type('12', { delay: 150 })
    taps += 1
    await pause()
  }
  return taps
}

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS))

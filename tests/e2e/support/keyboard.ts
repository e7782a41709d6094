import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures'

/** More stops than any page has. */
const STOPS = 260

/**
 * Where the focus is, and what a person does not see of it: nothing marks it (WCAG 2.4.7), or something covers it
 * whole, such as the bar at the foot of phones (2.4.11). A control drawn by its label, and a link that is
 * a whole card, are looked for there.
 */
async function focusFault(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body || element.id === 'content')
      return null
    const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : []
    const own = element.getBoundingClientRect()
    const isTiny = own.width < 4 || own.height < 4
    const shown = isTiny && labels[0] ? labels[0] : element
    const name = `${element.tagName} ${element.id} «${element.innerText || element.getAttribute('aria-label') || ''}»`
    const isMarked = [
      element,
      shown,
      ...labels,
      element.parentElement,
      element.firstElementChild,
      element.closest('article'),
    ].some((one) => {
      const style = one && getComputedStyle(one)
      return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
    })
    if (!isMarked) return `no mark on ${name}`
    const box = shown.getBoundingClientRect()
    const points = [0.08, 0.5, 0.92].flatMap((x) =>
      [0.1, 0.5, 0.9].map((y) => [box.left + x * box.width, box.top + y * box.height] as const),
    )
    const isSeen = points.some(([x, y]) => {
      const hit = document.elementFromPoint(x, y)
      if (!hit) return false
      return shown.contains(hit) || hit.closest('label')?.control === element
    })
    return isSeen ? null : `covered: ${name} at ${Math.round(box.top)}–${Math.round(box.bottom)}`
  })
}

/** Presses Tab until this has the focus, which is in sight at every stop on the way. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeAttached()
  for (let stop = 0; stop < STOPS; stop += 1) {
    await page.keyboard.press('Tab')
    expect(await focusFault(page), `focus on ${page.url()}`).toBeNull()
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Tab does not reach ${String(target)} on ${page.url()}`)
}

/** Goes to a control and presses a key on it. */
export async function pressOn(page: Page, target: Locator, key: 'Enter' | 'Space'): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

/** Goes to a field and types in it, in place of what it holds. */
export async function typeIn(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

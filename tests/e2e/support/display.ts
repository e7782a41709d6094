import type { BrowserContext, Page } from '@playwright/test'
import type { Display } from '~/ui/display'

/** Keeps these choices as the panel at the foot of every page does; they show from the next page on. */
export async function chooseDisplay(context: BrowserContext, display: Partial<Display>): Promise<void> {
  await context.request.post('/preferences', { form: { ...display } })
}

/**
 * What of a page answers to a tap on less than `side` px, in height or width. What counts is what a finger meets, measured
 * in the page: a label with its box, a card with its link. Links within a sentence are left out, as are drawn maps whose
 * places are links of a table too.
 */
export async function smallTargets(page: Page, side: number): Promise<string[]> {
  return page.evaluate((least) => {
    const controls = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input:not([type=hidden]), select, textarea, summary',
      ),
    ]
    return controls.filter(isOffered).flatMap((control) => {
      control.scrollIntoView({ block: 'center', inline: 'center' })
      const box = control.getBoundingClientRect()
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
      const width = reach(control, x, y, 1, 0) + reach(control, x, y, -1, 0)
      const height = reach(control, x, y, 0, 1) + reach(control, x, y, 0, -1)
      if (Math.min(width, height) >= least - 1) return []
      const name = control.innerText || control.getAttribute('aria-label') || control.getAttribute('name')
      return [`${control.tagName.toLowerCase()} «${name ?? ''}»: ${width} × ${height}`]
    })

    function isOffered(control: HTMLElement): boolean {
      const { display, visibility } = getComputedStyle(control)
      const box = control.getBoundingClientRect()
      if (visibility === 'hidden' || box.width < 2 || box.height < 2 || control.closest('svg')) return false
      if (!control.checkVisibility() || control.matches(':disabled, .skip, [tabindex="-1"]')) return false
      return !(display === 'inline' && control.tagName === 'A' && isInSentence(control))
    }

    function isInSentence(link: HTMLElement): boolean {
      const block = link.closest('p, li, td, th, dd, dt, div, h1, h2, h3, h4')
      const rest = [...(block?.querySelectorAll('a') ?? [])].reduce(
        (text, one) => text.replace(one.innerText, ''),
        block instanceof HTMLElement ? block.innerText : '',
      )
      return /\p{L}{2}/u.test(rest)
    }

    /** How far from a point, in one direction, a tap still meets the control: at most the side that is asked for. */
    function reach(control: HTMLElement, x: number, y: number, dx: number, dy: number): number {
      let far = 0
      for (const step of [8, 1]) {
        while (far < least && isMet(control, x + dx * (far + step), y + dy * (far + step))) far += step
      }
      return far
    }

    function isMet(control: HTMLElement, x: number, y: number): boolean {
      const hit = document.elementFromPoint(x, y)
      if (!hit) return false
      return control.contains(hit) || hit.closest('label')?.control === control
    }
  }, side)
}

/** By how many px the page is wider than its window. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

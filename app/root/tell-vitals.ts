import { onCLS, onFCP, onINP, onLCP, onTTFB } from 'web-vitals'
import { paths } from '~/core/paths'

/**
 * Measures how fast this page is and, when it is left or hidden, tells our own server once: the pattern of its address
 * and at most five numbers. Loaded after everything else, on the pages that the server chose.
 */
export function tellVitals(page: string): void {
  const values: Record<string, number> = {}
  const keep = ({ name, value }: { name: string; value: number }) => {
    values[name] = Math.max(0, Math.round(value * 1000) / 1000)
  }
  for (const watch of [onLCP, onINP, onCLS, onFCP, onTTFB]) watch(keep)
  let isTold = false
  addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden' || isTold || Object.keys(values).length === 0) return
    isTold = true
    navigator.sendBeacon(paths.tellVitals(), JSON.stringify({ page, values }))
  })
}

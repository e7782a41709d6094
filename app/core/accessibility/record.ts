import type { AbsentKind } from './criteria'

/** The name under which a browser test attaches what axe said to its report. */
export const AXE_ATTACHMENT = 'axe-looks'

/** What axe said in one test: how often it looked, at which addresses, and of each rule how its looks ended. */
export type AxeRecord = {
  views: number
  pages: string[]
  rules: Record<string, { passed: number; failed: number; unsure: number }>
  absent: Partial<Record<AbsentKind, number>>
}

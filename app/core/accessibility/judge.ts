import { CRITERIA, LOOKS, type AbsentKind, type Looks } from './criteria'

/** What a run of the browser tests measured. */
export type Measured = {
  /** The day of the run. */
  day: string
  /** The version of the software that ran. */
  version: string
  /** Patterns of the pages that axe walked. */
  pages: readonly string[]
  /** How often axe looked: pages by widths and colours. */
  views: number
  /** How many looks each rule had something to say of: without fault, with a fault, for a person to look at. */
  rules: readonly { id: string; passed: number; failed: number; unsure: number }[]
  /** How many elements were found of what no page should have. */
  absent: Readonly<Record<AbsentKind, number>>
  /** Files of browser tests, with how many of their tests passed, failed and did not come to their end. */
  tests: readonly { file: string; passed: number; failed: number; unfinished: number }[]
}

/** A criterion in part without a fault, with one, without object, or looked at by nothing automatic. */
export const CRITERION_STATES = ['passed', 'failed', 'absent', 'open'] as const
export type CriterionState = (typeof CRITERION_STATES)[number]
export type Judged = { number: string; state: CriterionState; by: readonly string[] }

/** What a run says of each of the 106 criteria. A rule or a file of tests that was not
 * run to its end says nothing, unless a fault was found. */
export function judge(measured: Measured): Judged[] {
  return CRITERIA.map((number) => ({ number, ...judgeOne(LOOKS[number] ?? {}, measured) }))
}

function judgeOne(looks: Looks, measured: Measured): Omit<Judged, 'number'> {
  const { absent } = looks
  if (absent) {
    const isNone = measured.views > 0 && measured.absent[absent] === 0
    return isNone ? { state: 'absent', by: [absent] } : { state: 'open', by: [] }
  }
  const seen = [
    ...measured.rules
      .filter(({ id, passed, failed }) => looks.axe?.includes(id) && passed + failed > 0)
      .map((rule) => ({ name: `axe: ${rule.id}`, ...rule })),
    ...measured.tests
      .filter(
        ({ file, passed, failed, unfinished }) =>
          looks.tests?.includes(file) && (failed > 0 || (passed > 0 && unfinished === 0)),
      )
      .map((test) => ({ name: test.file, ...test })),
  ]
  if (seen.length === 0) return { state: 'open', by: [] }
  const by = seen.map(({ name }) => name)
  return { state: seen.some(({ failed }) => failed > 0) ? 'failed' : 'passed', by }
}

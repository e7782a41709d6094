import { KINDS, type KindName, type Weights } from './mix'
import type { Answer, Sent } from './send'
import { percentile } from '../matching/part'

/** Neither the figures nor the first memory are those of a server that has just started. */
export const WARM_UP_S = 5

/** What was sent since `startedMs`, without the warm-up: answers a second and times, ms. */
export function figuresOf({ answers, acknowledged, errors }: Sent, startedMs: number) {
  const counted = warm(answers, startedMs)
  const lastMs = counted.at(-1)?.atMs ?? 0
  const elapsedS = Math.max(1, (lastMs - startedMs) / 1000 - WARM_UP_S)
  return {
    rps: round(counted.length / elapsedS),
    ...{ p50Ms: at(counted, 0.5), p95Ms: at(counted, 0.95), p99Ms: at(counted, 0.99) },
    errors,
    non2xx: answers.filter(({ isExpected }) => !isExpected).length,
    writes: acknowledged.length,
  }
}

/** Answers of after the warm-up. */
function warm(answers: readonly Answer[], startedMs: number): Answer[] {
  return answers.filter(({ atMs }) => atMs >= startedMs + WARM_UP_S * 1000)
}

/** Requests and refusals of the whole run, times without the warm-up; null where nothing was asked then. */
export function byKind(answers: readonly Answer[], startedMs: number, weights: Weights) {
  const kinds = (Object.keys(KINDS) as KindName[]).filter((kind) => weights[kind] !== undefined)
  return Object.fromEntries(
    kinds.map((kind) => {
      const some = answers.filter((answer) => answer.kind === kind)
      const non2xx = some.filter(({ isExpected }) => !isExpected).length
      const counted = warm(some, startedMs)
      return [kind, { requests: some.length, non2xx, p95Ms: counted.length > 0 ? at(counted, 0.95) : null }]
    }),
  )
}

function at(answers: readonly Answer[], share: number): number {
  return round(
    percentile(
      answers.map(({ ms }) => ms).sort((a, b) => a - b),
      share,
    ),
  )
}

/** To a tenth. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}

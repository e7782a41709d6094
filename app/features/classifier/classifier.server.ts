import { availableParallelism } from 'node:os'
import type { Pixels } from '~/features/photos/model/pixels'
import { env } from '~/platform/env.server'
import { classifierVerdicts } from '~/platform/metrics.server'
import {
  forgetChosenModel,
  modelInfo,
  modelSource,
  ownModelInfo,
  withModelReady,
  type ClassifierInfo,
} from './chosen/model-in-use.server'
import { ClassifierError } from './classifier-error'
import { ClassifierPool, type Asking } from './classifier-pool.server'
import type { Scored } from './classifier-thread.server'
import { planThreads, type ThreadPlan } from './model/thread-plan'
import { averageScores, suggest, type Suggestion } from './model/suggest'

/** What the photos of one lot suggest. `scores` are their averaged labels, most probable first. */
export type Classification = {
  suggestion: Suggestion
  scores: { label: string; score: number }[]
  /** The vector of each photo, of length one; null when the model gives none. */
  embeddings: (Float32Array | null)[]
  modelVersion: string
  /** Milliseconds the model took, without waiting. */
  ms: number
  /** Processor time that the model took, ms: an upper bound. */
  cpuMs: number
}

const SHOWN_SCORES = 5

/** What can look at photos: the pool of this process or, in tests and measurements, another. */
type Scorer = { score: (pixels: readonly Pixels[], asking?: Asking) => Promise<Scored> }

/** Who asks and, instead of this process's pool, whom. */
export type Through = Asking & { through?: Scorer }

let pool: ClassifierPool | null = null

function sharedPool(): ClassifierPool {
  if (env().isClassifierOff)
    throw new ClassifierError('off', 'The classifier is switched off (CLASSIFIER=off)')
  pool ??= new ClassifierPool(modelSource(), threadPlan())
  return pool
}

function threadPlan(): ThreadPlan {
  return planThreads(availableParallelism(), env().classifierThreads)
}

/** How many photos this process looks at at once. */
export function classifierThreads(): number {
  return threadPlan().threads
}

/** Whether the classifier would let this caller in now: asked before a photo is decoded for it. */
export function classifierHasRoom(asking: Asking): boolean {
  return sharedPool().hasRoom(asking)
}

/**
 * Classifies photos of one thing together, off the event loop. Rejects with a `ClassifierError`:
 * `missing` without a model, `off` when the operator wants none, `busy` when too many wait, `poison` when these photos
 * end every thread that looks at them, `failed` or `crashed` otherwise.
 */
export async function classifyPixels(
  pixels: readonly Pixels[],
  { through, ...asking }: Through = {},
): Promise<Classification> {
  const scored = through
    ? through.score(pixels, asking)
    : withModelReady(() => sharedPool().score(pixels, asking))
  const { scores, embeddings, ms, cpuMs, card } = await scored.catch((error: unknown) => {
    classifierVerdicts.inc({ verdict: 'failed' })
    throw error
  })
  const suggestion = suggest(scores, card.thresholds)
  classifierVerdicts.inc({ verdict: suggestion.verdict })
  const ranked = Object.entries(averageScores(scores)).map(([label, score]) => ({ label, score }))
  return {
    suggestion,
    scores: ranked.sort((a, b) => b.score - a.score).slice(0, SHOWN_SCORES),
    embeddings,
    modelVersion: card.version,
    ms,
    cpuMs,
  }
}

/** Starts the classifier and waits until it can answer. Rejects with a `ClassifierError`. */
export async function warmClassifier(): Promise<void> {
  await withModelReady(() => sharedPool().warm())
}

/** Ends the classifier once it has answered what it was asked. */
export async function stopClassifier(): Promise<void> {
  await pool?.stop()
  pool = null
  forgetChosenModel()
}

/** The card of the model in use; without a model, why there is none. `modelDir` asks about another folder. */
export function classifierInfo(modelDir?: string): ClassifierInfo {
  return modelDir === undefined ? modelInfo(true) : ownModelInfo(modelDir)
}

/** The same of the model in use, for whoever only describes it: nothing is fetched nor read for that. */
export function knownClassifierInfo(): ClassifierInfo {
  return modelInfo(false)
}

import type { Pixels } from '~/features/photos/model/pixels'
import { env } from '~/platform/env.server'
import { missingModelMessage, readModelCard } from './card.server'
import { ClassifierThread } from './classifier-thread.server'
import type { ModelCard } from './model/model-card'
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
}

const SHOWN_SCORES = 5

let thread: ClassifierThread | null = null

function sharedThread(): ClassifierThread {
  thread ??= new ClassifierThread(env().modelDir)
  return thread
}

/**
 * Classifies photos of one thing together, off the event loop. Rejects with a `ClassifierError`:
 * `missing` without a model, `busy` when too many wait, `failed` or `crashed` otherwise.
 */
export async function classifyPixels(
  pixels: readonly Pixels[],
  { through = sharedThread() }: { through?: ClassifierThread } = {},
): Promise<Classification> {
  const { scores, embeddings, ms, card } = await through.score(pixels)
  const ranked = Object.entries(averageScores(scores)).map(([label, score]) => ({ label, score }))
  return {
    suggestion: suggest(scores, card.thresholds),
    scores: ranked.sort((a, b) => b.score - a.score).slice(0, SHOWN_SCORES),
    embeddings,
    modelVersion: card.version,
    ms,
  }
}

/** Starts the classifier and waits until it can answer. Rejects with a `ClassifierError`. */
export async function warmClassifier(): Promise<void> {
  await sharedThread().warm()
}

/** Ends the classifier once it has answered what it was asked. */
export async function stopClassifier(): Promise<void> {
  await thread?.stop()
  thread = null
}

/** The card of the model in use; without a model, a message that says which command builds it. */
export function classifierInfo(
  modelDir: string = env().modelDir,
): { card: ModelCard; message: null } | { card: null; message: string } {
  const card = readModelCard(modelDir)
  return card ? { card, message: null } : { card: null, message: missingModelMessage(modelDir) }
}

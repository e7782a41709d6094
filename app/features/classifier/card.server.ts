import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ModelFaultError } from './classifier-error'
import type { ModelToLoad } from './load-model'
import type { ModelCard } from './model/model-card'
import { modelCardSchema } from './schema'

/** The card of a model folder, or null when there is no folder that is whole. */
export function readModelCard(folder: string): ModelCard | null {
  try {
    return modelCardSchema.parse(JSON.parse(readFileSync(path.join(folder, 'model-card.json'), 'utf8')))
  } catch {
    return null
  }
}

/** What an operator is told when there is no model. */
export function missingModelMessage(folder: string): string {
  return `No image classifier in ${folder}. Build it with: npx tsx scripts/model/build-model.ts`
}

/** A folder with a classifier of our own, ready to start. Throws a `ModelFaultError` when there is none. */
export function readOwnModel(folder: string): { card: ModelCard; load: ModelToLoad } {
  const card = readModelCard(folder)
  if (!card) throw new ModelFaultError('not-built', missingModelMessage(folder))
  return { card, load: { modelDir: folder } }
}

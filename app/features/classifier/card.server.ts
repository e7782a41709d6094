import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { ModelFaultError } from './classifier-error'
import type { ModelToLoad } from './load-model'
import type { ModelCard } from './model/model-card'
import { modelCardSchema } from './schema'

/** The card of a model folder, or null when there is no folder that is whole. */
export function readModelCard(folder: string): ModelCard | null {
  const file = path.join(folder, 'model-card.json')
  try {
    const { mtimeMs, size, ino } = statSync(file)
    const state = `${mtimeMs} ${size} ${ino}`
    const known = read.get(file)
    if (known?.state === state) return known.card
    const card = modelCardSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    read.set(file, { state, card })
    return card
  } catch {
    return null
  }
}

/** Cards as they were read, by file, for as long as the file is the same: every page of a lot asks for one. */
const read = new Map<string, { state: string; card: ModelCard }>()

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

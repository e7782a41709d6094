import { env } from '~/platform/env.server'
import { missingModelMessage, readModelCard } from '../card.server'
import { ModelFaultError } from '../classifier-error'
import type { ModelCard } from '../model/model-card'
import type { ModelFault } from '../model/model-fault'
import { ChosenModel } from './chosen-model.server'
import type { ModelInUse } from './zero-shot-model.server'

/** A folder with our own model, or what gives the model in use when a thread starts. */
export type ModelSource = string | (() => ModelInUse)

/** The card of the model in use; without one, why there is none, in a word and in a sentence for the operator. */
export type ClassifierInfo =
  { card: ModelCard; fault: null; message: null } | { card: null; fault: ModelFault; message: string }

let chosen: ChosenModel | null = null

function chosenModel(): ChosenModel | null {
  const settings = env()
  if (settings.chosenModel) chosen ??= new ChosenModel(settings.chosenModel, settings)
  return chosen
}

/** What this process's threads start: our own model, or the one that the operator chose. */
export function modelSource(): ModelSource {
  const model = chosenModel()
  return model ? () => modelOrFault(model) : env().modelDir
}

function modelOrFault(model: ChosenModel): ModelInUse {
  const found = model.look()
  if (found instanceof ModelFaultError) throw found
  return found
}

/**
 * Does what needs the model in use once it is fetched and read. A model that then does not load is left alone for a
 * while. Rejects with a `ModelFaultError` when there is no model.
 */
export async function withModelReady<T>(run: () => Promise<T>): Promise<T> {
  const model = chosenModel()
  // Switched off, no hub is asked; what is run says that it is off.
  if (!env().isClassifierOff) await model?.get()
  try {
    return await run()
  } catch (error) {
    if (error instanceof ModelFaultError && error.reason === 'unloadable') model?.reject(error)
    throw error
  }
}

/** What is known of the model in use, at once. Fetches and reads a chosen model that is due, if it `mayStart`. */
export function modelInfo(mayStart: boolean): ClassifierInfo {
  const model = chosenModel()
  if (!model) return ownModelInfo(env().modelDir)
  const found = mayStart && !env().isClassifierOff ? model.look() : model.known()
  return found instanceof ModelFaultError
    ? { card: null, fault: found.reason, message: found.message }
    : { card: found.card, fault: null, message: null }
}

/** What is known of our own model in a folder. */
export function ownModelInfo(folder: string): ClassifierInfo {
  const card = readModelCard(folder)
  return card
    ? { card, fault: null, message: null }
    : { card: null, fault: 'not-built', message: missingModelMessage(folder) }
}

/** Lets go of what was read of the chosen model; the next call reads the settings anew. */
export function forgetChosenModel(): void {
  chosen = null
}

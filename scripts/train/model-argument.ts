import path from 'node:path'
import { readModelCard } from '~/features/classifier/card.server'
import { ChosenModel } from '~/features/classifier/chosen/chosen-model.server'
import type { ModelSource } from '~/features/classifier/chosen/model-in-use.server'
import { CHOICE_SYNTAX, parseModelChoice } from '~/platform/model-choice'
import { env } from '~/platform/env.server'

/**
 * The model that an argument names: a folder with our own model, or what the setting CLASSIFIER_MODEL may name.
 * Throws when it names none, or the model is not available.
 */
export async function readModelArgument(text: string): Promise<ModelSource> {
  const folder = path.resolve(text)
  if (readModelCard(folder)) return folder
  const choice = parseModelChoice(text)
  if (!choice) throw new Error(`${text} is no model: ${CHOICE_SYNTAX}`)
  const model = await new ChosenModel(choice, env()).get()
  return () => model
}

import { ok, refused, type Result } from '~/core/result'
import { makeRenditions } from '~/features/photos/renditions.server'
import { pixelsForModel } from '~/features/photos/pixels.server'
import { ClassifierBusyError, ClassifierError } from '../classifier-error'
import { classifyPixels, type Classification } from '../classifier.server'

/** Classifies a visitor's photo and forgets it: nothing is stored. Refuses what `makeRenditions` refuses, `busy`, and `classifier-off` without a model. */
export async function tryPhoto(bytes: Uint8Array, name: string): Promise<Result<Classification>> {
  const checked = await makeRenditions(bytes, name)
  if (!checked.ok) return checked
  try {
    return ok(await classifyPixels([await pixelsForModel(Buffer.from(bytes))]))
  } catch (error) {
    if (error instanceof ClassifierBusyError) return refused('busy')
    if (error instanceof ClassifierError) return refused('classifier-off')
    throw error
  }
}

import { ok, refused, type Result } from '~/core/result'
import { pixelsOfUpload } from '~/features/photos/pixels.server'
import { ClassifierBusyError, ClassifierError } from '../classifier-error'
import { classifyPixels, type Classification } from '../classifier.server'

/** Classifies a visitor's photo and forgets it: nothing is stored. Refuses what `checkPhoto` refuses, `busy`, and `classifier-off` without a model. */
export async function tryPhoto(bytes: Uint8Array, name: string): Promise<Result<Classification>> {
  const pixels = await pixelsOfUpload(bytes, name)
  if (!pixels.ok) return pixels
  try {
    return ok(await classifyPixels([pixels.value]))
  } catch (error) {
    if (error instanceof ClassifierBusyError) return refused('busy')
    if (error instanceof ClassifierError) return refused('classifier-off')
    throw error
  }
}

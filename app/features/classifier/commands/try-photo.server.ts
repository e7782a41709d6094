import { ok, refused, type Result } from '~/core/result'
import { refusePhoto } from '~/features/photos/check-photo.server'
import { pixelsOfUpload } from '~/features/photos/pixels.server'
import { ClassifierBusyError, ClassifierError } from '../classifier-error'
import { classifierHasRoom, classifierInfo, classifyPixels, type Classification } from '../classifier.server'

export type TryPhoto = {
  bytes: Uint8Array
  name: string
  /** Who asks: each visitor has their turn. */
  visitor: string
  /** Ends the wait when the visitor has gone. */
  signal?: AbortSignal
}

/**
 * Classifies a visitor's photo and forgets it: nothing is stored. Refuses what `checkPhoto` refuses, `busy`, and
 * `classifier-off` without a model. Rejects with the signal's reason when the visitor has gone.
 */
export async function tryPhoto({ bytes, name, visitor, signal }: TryPhoto): Promise<Result<Classification>> {
  const asking = { key: visitor, signal }
  if (!classifierHasRoom(asking)) return refused('busy')
  const pixels = await pixelsOfUpload(bytes, name, classifierInfo().card?.frame)
  if (!pixels.ok) return pixels
  try {
    return ok(await classifyPixels([pixels.value], asking))
  } catch (error) {
    if (error instanceof ClassifierBusyError) return refused('busy')
    if (error instanceof ClassifierError && error.fault === 'poison')
      return refusePhoto('photo-unreadable', name)
    if (error instanceof ClassifierError) return refused('classifier-off')
    throw error
  }
}

import { ok, refused, type Result } from '~/core/result'
import { refusePhoto } from '~/features/photos/check-photo.server'
import { pixelsOfUpload } from '~/features/photos/pixels.server'
import { startCpuClock } from '~/platform/cpu-time'
import { withTx } from '~/platform/transaction.server'
import { ClassifierBusyError, ClassifierError } from '../classifier-error'
import { classifierHasRoom, classifierInfo, classifyPixels, type Classification } from '../classifier.server'
import { isClassifierOff } from '../queries/settings.server'
import { addUse } from '../repo.server'

export type TryPhoto = {
  bytes: Uint8Array
  name: string
  /** Who asks: each visitor has their turn. */
  visitor: string
  /** Ends the wait when the visitor has gone. */
  signal?: AbortSignal
}

/**
 * Classifies a visitor's photo and forgets it: nothing of it is stored, only that one more was analysed and the time it
 * took. Refuses what `checkPhoto` refuses, `busy`, and `classifier-off` without a model or when it is switched off. Rejects with the signal's reason when the visitor has gone.
 */
export async function tryPhoto({ bytes, name, visitor, signal }: TryPhoto): Promise<Result<Classification>> {
  if (await isClassifierOff()) return refused('classifier-off')
  const asking = { key: visitor, signal }
  if (!classifierHasRoom(asking)) return refused('busy')
  const decoding = startCpuClock()
  const pixels = await pixelsOfUpload(bytes, name, classifierInfo().card?.frame)
  const decoded = decoding()
  if (!pixels.ok) return pixels
  try {
    const said = await classifyPixels([pixels.value], asking)
    await withTx((tx) => addUse(tx, { purpose: 'visitor', photos: 1, cpuMs: decoded.cpuMs + said.cpuMs }))
    return ok(said)
  } catch (error) {
    if (error instanceof ClassifierBusyError) return refused('busy')
    if (error instanceof ClassifierError && error.fault === 'poison')
      return refusePhoto('photo-unreadable', name)
    if (error instanceof ClassifierError) return refused('classifier-off')
    throw error
  }
}

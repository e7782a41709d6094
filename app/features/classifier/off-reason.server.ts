import { classifierInfo } from './classifier.server'
import type { OffReason } from './model/off-reason'
import { mayAnalyse } from './queries.server'
import { isClassifierOff } from './queries/settings.server'

/** Why a photo will not be analysed; null when it was or will be. */
export async function offReasonOf(photoId: string): Promise<OffReason | null> {
  if (await isClassifierOff()) return 'operator'
  if (!(await mayAnalyse(photoId))) return 'organisation'
  return classifierInfo().card ? null : 'missing'
}

import { nowMs } from '~/core/clock'
import type { MaterialType } from '~/core/material-types'
import type { Tx } from '~/platform/transaction.server'
import { onlyLabelOf } from '../model/example'
import { deleteDetachedExamples, isSharing, upsertExample } from '../repo.server'

type KeepExamples = {
  actor: { userId: string; organisationId: string }
  photoIds: readonly string[]
  /** What the person chose for the lot. */
  material: MaterialType
  /** Whether the person took the suggestion. */
  materialSource: 'person' | 'suggestion'
  /** What the model had offered for each photo that it had seen. */
  said: readonly { photoId: string; modelVersion: string; offered: readonly MaterialType[] }[]
}

/**
 * Keeps the photos of a lot as examples of the material chosen, inside the lot's own transaction, when its organisation
 * agrees; without consent nothing is kept. They wait for an administrator, also those that said what the model said.
 * Examples of photos taken from a lot go.
 */
export async function keepExamples(tx: Tx, input: KeepExamples): Promise<void> {
  const { actor, photoIds, material, materialSource, said } = input
  if (!(await isSharing(tx, actor.organisationId))) return
  await deleteDetachedExamples(tx, actor.organisationId)
  const atMs = nowMs()
  for (const photoId of photoIds) {
    const heard = said.find((one) => one.photoId === photoId)
    const isTaken = materialSource === 'suggestion' && heard?.offered.includes(material)
    await upsertExample(tx, {
      photoId,
      material,
      label: onlyLabelOf(material),
      origin: isTaken ? 'confirmation' : 'correction',
      state: 'waiting',
      decidedBy: actor.userId,
      modelVersion: heard?.modelVersion ?? null,
      saidMaterial: heard?.offered[0] ?? null,
      source: null,
      licence: null,
      keptSinceMs: atMs,
      decidedAtMs: atMs,
    })
  }
}

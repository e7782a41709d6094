import { ok, type Result } from '~/core/result'
import { placeOf } from '~/features/sites/site-place.server'
import { roundedPosition } from './model/place'
import type { PlaceAnswers } from './schema'

/** Answers of the form as the table keeps them. Refuses what `placeOf` does of the commune and the position. */
export async function rowOfAnswers(answers: PlaceAnswers) {
  const { positionIsRight, website, phone, email, siret, ...rest } = answers
  const placed = await placeOf({ ...answers, positionIsRight })
  if (!placed.ok) return placed
  const { lat, lon } = placed.value
  const position = lat === null || lon === null ? { lat: null, lon: null } : roundedPosition({ lat, lon })
  return ok({
    ...rest,
    ...position,
    website: website ?? '',
    phone: phone ?? '',
    email: email ?? '',
    siret: siret ?? null,
  }) satisfies Result<unknown>
}

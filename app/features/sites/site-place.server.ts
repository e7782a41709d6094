import { ok, refused, type Result } from '~/core/result'
import { listCommunes } from '~/features/communes/queries.server'
import { judgePosition } from './model/position'

type Place = { communeCode: string; lat?: number; lon?: number; positionIsRight?: 'on' }
type StoredPlace = { communeCode: string; lat: number | null; lon: number | null }

/**
 * The place of a site, once its commune and position go together. Refuses `invalid` for a commune outside the
 * Métropole, `outside-area`, and `far-position` unless the person says that the position is right.
 */
export async function placeOf(place: Place): Promise<Result<StoredPlace>> {
  const { communeCode, lat, lon } = place
  const communes = await listCommunes()
  const commune = communes.find(({ code }) => code === communeCode)
  if (!commune) return refused('invalid', { field: 'communeCode' })
  if (lat === undefined || lon === undefined) return ok({ communeCode, lat: null, lon: null })
  const verdict = judgePosition({ lat, lon }, commune, communes)
  if (verdict.kind === 'outside') return refused('outside-area', { field: 'lat' })
  if (verdict.kind === 'far' && place.positionIsRight !== 'on') {
    return refused('far-position', {
      field: 'lat',
      params: { km: verdict.km, commune: verdict.communeName },
    })
  }
  return ok({ communeCode, lat, lon })
}

import type { Sighting } from '~/core/sighting'
import { pixelsOfViews } from '~/features/photos/pixels.server'
import { findPeople } from './detector.server'
import { sightingsOf } from './model/sightings'
import { viewsOf } from './model/views'

/**
 * What is spotted in a picture: people and vehicles, the surest first, with the processor time that it took: an upper
 * bound, see `startCpuClock`. Rejects when the picture cannot be read or the detector gives no answer.
 */
export async function lookAtPicture(
  picture: Uint8Array,
  size: { width: number; height: number },
): Promise<{ sightings: Sighting[]; cpuMs: number }> {
  const views = viewsOf(size)
  const [faces, objects] = await Promise.all([
    pixelsOfViews(picture, views.faces),
    pixelsOfViews(picture, views.objects),
  ])
  const found = await findPeople({ faces, objects })
  const raw = {
    faces: views.faces.map((view, at) => ({ view, found: found.faces[at] ?? [] })),
    people: views.objects.map((view, at) => ({ view, found: found.people[at] ?? [] })),
    vehicles: views.objects.map((view, at) => ({ view, found: found.vehicles[at] ?? [] })),
  }
  return { sightings: sightingsOf(raw, size), cpuMs: found.cpuMs }
}

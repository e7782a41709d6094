import { env } from '~/platform/env.server'
import { detectorInUse } from './card.server'
import { LEAST } from './model/sightings'
import { detectorUse } from './queries.server'
import { detectorFiguresSchema, detectorRegisterSchema, type DetectorRegister } from './register-schema'
import figures from './figures.json'

/** Everything that is public about the detector of people and vehicles, read from what runs. */
export async function readDetectorRegister(): Promise<DetectorRegister> {
  const card = detectorInUse()
  const measured = detectorFiguresSchema.parse(figures)
  return detectorRegisterSchema.parse({
    purpose:
      'Warns who posts a photo that it seems to show a person or a vehicle, whose plate may be read, and proposes what to blur.',
    decision: 'None: a person decides what is blurred; nothing is blurred, refused or hidden without one.',
    inService: card !== null,
    environment: env().isDetectorOff ? 'off' : 'on',
    version: card?.version ?? null,
    sizeBytes: card?.sizeBytes ?? null,
    sources: card?.sources ?? [],
    thresholds: LEAST,
    figures: card && measured.version === card.version ? measured : null,
    use: await detectorUse(),
  })
}

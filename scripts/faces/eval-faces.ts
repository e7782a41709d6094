import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { SightedKind } from '~/core/sighting'
import { overlapOf } from '~/core/zone'
import { detectorInUse } from '~/features/faces/card.server'
import { stopDetector } from '~/features/faces/detector.server'
import { detectorFiguresSchema, type DetectorFigures } from '~/features/faces/register-schema'
import { lookAtPicture } from '~/features/faces/look-at-picture.server'
import { percentile, round } from '../train/metrics'
import { listPhotos } from '../train/photo-set'
import { encodedPhoto, facesOfSheet, paste } from './face-sheet'
import { readShown } from './shown'

const FIGURES = 'app/features/faces/figures.json'
const FACE_HEIGHTS = [40, 60, 90, 140, 220] as const

/**
 * Measures the detector: how many faces pasted into photos of sites it finds, by their height in pixels of a stored photo
 * of 1600, and what it says of photos of which a person said what they show. Without a folder of photos the second part
 * is left out, and the first pastes into plain grey. Prints one line of JSON.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      every: { type: 'string', default: '1' },
      photos: { type: 'string' },
      list: { type: 'boolean' },
      write: { type: 'boolean' },
    },
  })
  const card = detectorInUse()
  if (!card) throw new Error('There is no detector here: run npm run model:build')
  const folder = values.photos && existsSync(values.photos) ? values.photos : null
  if (!folder) console.error('No folder of photos (--photos FOLDER): no false alarms are counted.')
  const every = Number(values.every)
  const times: number[] = []
  const faces = await recallOf(folder, every, times)
  const photos = folder ? await alarmsOf(folder, every, values.list === true, times) : null
  const msPerPhoto = { p50: round(percentile(times, 0.5)), p95: round(percentile(times, 0.95)) }
  const figures = detectorFiguresSchema.parse({ version: card.version, faces, photos, msPerPhoto })
  console.log(JSON.stringify(figures))
  if (values.write) writeFileSync(FIGURES, `${JSON.stringify(figures, null, 2)}\n`)
  await stopDetector()
}

async function look(bytes: Uint8Array, size: { width: number; height: number }, times: number[]) {
  const started = performance.now()
  const { sightings } = await lookAtPicture(bytes, size)
  times.push(performance.now() - started)
  return sightings
}

/** Shares of pasted faces of which most is covered by something that is told. */
async function recallOf(
  folder: string | null,
  every: number,
  times: number[],
): Promise<DetectorFigures['faces']> {
  const faces = (await facesOfSheet()).filter((_, at) => at % every === 0)
  // Photos that show nobody by themselves.
  const backgrounds = folder
    ? listPhotos(folder).filter(({ file }) => !readShown().has(path.basename(file)))
    : []
  const byHeightPx: Record<string, number> = {}
  for (const height of FACE_HEIGHTS) {
    let hits = 0
    for (const [index, face] of faces.entries()) {
      const background = backgrounds[(index * 37 + height) % Math.max(1, backgrounds.length)]?.file ?? null
      const { bytes, size, zone } = await paste(face, { height, background, index })
      const sightings = await look(bytes, size, times)
      if (sightings.some((one) => overlapOf(one.zone, zone) > 0.5)) hits++
    }
    byHeightPx[height] = round(hits / faces.length)
  }
  return { n: faces.length, byHeightPx }
}

type Alarms = { n: number; told: number }
const none = (): Alarms => ({ n: 0, told: 0 })

/** What is told of photos, against what they show: people and vehicles found, and alarms on photos that show neither. */
async function alarmsOf(
  folder: string,
  every: number,
  isListed: boolean,
  times: number[],
): Promise<DetectorFigures['photos']> {
  const shown = readShown()
  const counts = { person: none(), vehicle: none(), nobody: none() }
  const photos = listPhotos(folder).filter((_, at) => at % every === 0)
  for (const { file } of photos) {
    const { bytes, width, height } = await encodedPhoto(readFileSync(file))
    const sightings = await look(bytes, { width, height }, times)
    const kinds = new Set(sightings.map(({ kind }) => kind))
    const name = path.basename(file)
    if (isListed && kinds.size > 0) {
      const best = (kind: SightedKind) => sightings.find((one) => one.kind === kind)?.score ?? ''
      console.error(
        [path.relative(folder, file), best('person'), best('vehicle'), shown.get(name) ?? ''].join('\t'),
      )
    }
    const truth = shown.get(name)
    if (truth === undefined) {
      counts.nobody.n++
      if (kinds.size > 0) counts.nobody.told++
    } else if (truth !== 'unclear') {
      counts[truth].n++
      if (kinds.has(truth)) counts[truth].told++
    }
  }
  return { n: photos.length, people: counts.person, vehicles: counts.vehicle, nobody: counts.nobody }
}

await main()

import fs from 'node:fs/promises'
import path from 'node:path'
import { MATERIAL_TYPES, type MaterialType } from '~/core/material-types'
import { materialsOfLabel } from '~/features/classifier/model/labels'
import { diceFor } from './dice'
import { DEMO_PICTURE_SEEDS, DEMO_PICTURE_SIZE } from './pictures/demo-pictures'
import type { PictureJob } from './pictures/render-picture'

/** Where a picture of the demo comes from: a photograph of a local folder, or a drawing. */
export type PictureSource = {
  materials: readonly MaterialType[]
  /** The photograph's label; null for a drawing. */
  label: string | null
  isSynthetic: boolean
  name: string
  read: () => Promise<Uint8Array>
}

/** Draws a picture, in this process or another; JPEG bytes. */
export type Draw = (job: PictureJob) => Promise<Uint8Array>

export type PictureMode = 'full' | 'few' | 'none'

const PHOTOS_PER_LABEL = 5
const DRAWN_PER_MATERIAL = { full: 2, few: 1, none: 0 } as const

/** Every picture to make: photographs where a folder has some, drawings of the other types. */
export async function listPictureSources(mode: PictureMode, draw: Draw): Promise<PictureSource[]> {
  const folder = process.env.GISEMENT_PHOTOS ?? path.resolve('../shared/photos')
  const photos = mode === 'full' ? await listPhotos(folder) : []
  const shown = new Set(photos.flatMap(({ materials }) => materials))
  const drawn = MATERIAL_TYPES.filter((material) => !shown.has(material)).flatMap((material) =>
    material === 'other' ? [] : drawingsOf(material, DRAWN_PER_MATERIAL[mode], draw),
  )
  return [...photos, ...drawn]
}

function drawingsOf(material: PictureJob['material'], count: number, draw: Draw): PictureSource[] {
  return DEMO_PICTURE_SEEDS[material].slice(0, count).map((seed) => ({
    materials: [material],
    label: null,
    isSynthetic: true,
    name: `${material}-${seed}`,
    read: () => draw({ material, seed, ...DEMO_PICTURE_SIZE }),
  }))
}

/** Photographs from the web of a folder of labels with a `manifest.tsv`; none when there is no such folder. */
async function listPhotos(folder: string): Promise<PictureSource[]> {
  const manifest = await fs.readFile(path.join(folder, 'manifest.tsv'), 'utf8').catch(() => '')
  const byLabel = new Map<string, ManifestRow[]>()
  for (const line of manifest.split('\n').slice(1)) {
    const [file, label, kind, origin] = line.split('\t')
    if (!file || !label || !origin || kind !== 'web' || !isShown(label)) continue
    byLabel.set(label, [...(byLabel.get(label) ?? []), { file, origin }])
  }
  return [...byLabel].flatMap(([label, rows]) =>
    chooseVaried(label, rows).map(({ file }) => ({
      materials: label === 'pallet' ? ['other'] : materialsOfLabel(label),
      label,
      isSynthetic: false,
      name: file,
      read: () => fs.readFile(path.join(folder, file)),
    })),
  )
}

type ManifestRow = { file: string; origin: string }

function isShown(label: string): boolean {
  return label === 'pallet' || materialsOfLabel(label).length > 0
}

/** A few photographs of a label, from as many origins as there are. */
function chooseVaried(label: string, rows: readonly ManifestRow[]): ManifestRow[] {
  const uses = new Map<string, number>()
  const ranked = diceFor(`photos:${label}`)
    .shuffle(rows)
    .map((row) => {
      const rank = uses.get(row.origin) ?? 0
      uses.set(row.origin, rank + 1)
      return { row, rank }
    })
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, PHOTOS_PER_LABEL)
    .map(({ row }) => row)
}

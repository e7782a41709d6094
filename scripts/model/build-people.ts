import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readDetectorCard } from '~/features/faces/card.server'
import type { DetectorCard } from '~/features/faces/model/detector-card'
import { buildFaceGraph, buildObjectGraph } from './people-graphs'
import { hashFiles } from './model-folder'
import { readTfjsModel } from './tfjs-model'

type PeopleSources = {
  /** Files of the package `@vladmandic/human`, read as they are installed. */
  face: string
  object: string
  licence: string
  version: string
  /** Every file that the result depends on. */
  inputs: readonly string[]
}

/**
 * Builds the folder of the detector of people and vehicles, unless the one there was built from the very same inputs.
 * The folder appears whole or not at all. Says which of the two it did.
 */
export function buildPeople(folder: string, sources: PeopleSources): { built: boolean; card: DetectorCard } {
  const inputsHash = hashFiles(sources.inputs)
  const existing = readDetectorCard(folder)
  if (existing?.inputsHash === inputsHash) return { built: false, card: existing }
  const faces = buildFaceGraph(readTfjsModel(sources.face))
  const objects = buildObjectGraph(readTfjsModel(sources.object))
  const card: DetectorCard = {
    version: createHash('sha256').update(faces).update(objects).digest('hex').slice(0, 12),
    inputsHash,
    sizeBytes: faces.length + objects.length,
    sources: [
      {
        role: 'faces: BlazeFace, for faces at a distance',
        name: '@vladmandic/human, models/blazeface',
        version: sources.version,
        url: 'https://www.npmjs.com/package/@vladmandic/human',
        licence: 'MIT (npm package); converted from MediaPipe, Apache-2.0',
      },
      {
        role: 'people and vehicles: CenterNet trained on COCO',
        name: '@vladmandic/human, models/centernet',
        version: sources.version,
        url: 'https://www.npmjs.com/package/@vladmandic/human',
        licence: 'MIT (npm package); converted from github.com/610265158/mobilenetv3_centernet',
      },
    ],
  }
  const draft = `${folder}.${process.pid}.draft`
  mkdirSync(draft, { recursive: true })
  writeFileSync(path.join(draft, 'faces.onnx'), faces)
  writeFileSync(path.join(draft, 'objects.onnx'), objects)
  writeFileSync(path.join(draft, 'LICENSE-weights.txt'), readFileSync(sources.licence))
  writeFileSync(path.join(draft, 'card.json'), `${JSON.stringify(card, null, 2)}\n`)
  rmSync(folder, { recursive: true, force: true })
  renameSync(draft, folder)
  return { built: true, card }
}

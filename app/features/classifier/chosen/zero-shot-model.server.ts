import { createHash } from 'node:crypto'
import path from 'node:path'
import type { ModelToLoad } from '../load-model'
import type { ModelCard } from '../model/model-card'
import { pathsOfGraphs } from '../model/zero-shot-files'
import { ZERO_SHOT_LABELS } from '../model/zero-shot'
import { hashPrompts, readCalibration } from './calibration.server'
import { readZeroShotFolder, type ZeroShotFolder } from './zero-shot-folder.server'

/** A model that can be started: what is said of it, and what its thread loads. */
export type ModelInUse = { card: ModelCard; load: ModelToLoad }

/** Where a model comes from. `revision` is null for files of this machine, `licence` until the operator states it. */
export type Origin = { name: string; revision: string | null; url: string; licence: string | null }

const LIMITS = [
  'Suggests materials that a person confirms; it decides nothing.',
  'Compares photos with sentences; it was not trained on building materials by this project.',
  'Tells neither condition, quantity, hazardous substances (asbestos, lead) nor structural soundness.',
]

/**
 * Reads a folder with a model of images and texts, and describes it by what can be known of it.
 * `modelsDir` is where the vectors of its sentences are kept. Throws a `ModelFaultError`.
 */
export async function readZeroShotModel(
  folder: string,
  origin: Origin,
  modelsDir: string,
): Promise<ModelInUse> {
  const found = await readZeroShotFolder(folder)
  const { measuredOn, ...calibration } = await readCalibration(folder, found.hash)
  const promptsHash = hashPrompts()
  const settings = {
    family: found.type,
    graphs: pathsOfGraphs(found.graphs).join(', '),
    measured: measuredOn ?? 'not on this installation',
  }
  const card: ModelCard = {
    ...calibration,
    kind: 'zero-shot',
    name: origin.name,
    labels: ZERO_SHOT_LABELS,
    unknownLabels: [],
    trainingData: null,
    settings,
    frame: found.frame,
    version: versionOf(found, promptsHash, calibration),
    inputsHash: found.hash,
    sizeBytes: found.sizeBytes,
    sources: [
      {
        role: 'model of images and texts, chosen by the operator',
        name: origin.name,
        version: origin.revision ?? found.hash.slice(0, 12),
        url: origin.url,
        licence: origin.licence,
      },
    ],
    limits: LIMITS,
  }
  const promptsFile = path.join(
    modelsDir,
    'prompts',
    `${found.hash.slice(0, 16)}-${promptsHash.slice(0, 16)}.json`,
  )
  return {
    card,
    load: {
      modelDir: folder,
      zeroShot: { type: found.type, graphs: found.graphs, temperature: calibration.temperature, promptsFile },
    },
  }
}

/** Changes with anything that changes an answer: files, sentences, temperature, thresholds. */
function versionOf({ hash }: ZeroShotFolder, promptsHash: string, calibration: object): string {
  return createHash('sha256')
    .update(JSON.stringify([hash, promptsHash, calibration]))
    .digest('hex')
    .slice(0, 12)
}

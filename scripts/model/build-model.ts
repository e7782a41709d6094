import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { z } from 'zod'
import { readModelCard } from '~/features/classifier/card.server'
import type { ModelCard, ModelSource } from '~/features/classifier/model/model-card'
import { buildPeople } from './build-people'
import { buildClassifier, type Backbones } from './classifier-graph'
import { readGgufModel } from './gguf-model'
import { readHeadFile } from './head-file'
import { learntFileOf, readLearnt } from './learnt-head'
import { cardOf, hashFiles, listSources, writeModelFolder } from './model-folder'
import { PRETRAINED, pretrainedFiles } from './pretrained-package'
import { readTfjsModel } from './tfjs-model'
import type { WeightStorage } from './weight-storage'

const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.resolve(here, '../..')
export const HEAD_FILE = path.join(root, 'app/features/classifier/weights/reuse-materials.head.json')
export const MODEL_FOLDER = path.join(root, '.cache/model/reuse-materials')
const DETECTOR_FOLDER = path.join(root, '.cache/model/people')

/** Where packages that are fetched for their weights alone are kept. */
export const WEIGHTS_FOLDER = path.join(root, '.cache/weights')

/** Both backbones, read. Throws, saying what to do, when their files cannot be had. */
export function readBackbones(): Backbones & { notice: string } {
  const detector = detectorFiles()
  const pretrained = pretrainedFiles(WEIGHTS_FOLDER)
  return {
    detector: readTfjsModel(detector.json),
    pretrained: readGgufModel(pretrained.weights),
    notice: `${readFileSync(detector.licence, 'utf8')}\n\n${pretrained.notice}`,
  }
}

/** The files of the npm package that the detectors come from. */
function detectorFiles(): Record<'json' | 'bin' | 'face' | 'faceBin' | 'licence' | 'version', string> {
  // The package exports neither its manifest nor its models, so they are found from its entry, `dist/…`.
  const entry = createRequire(import.meta.url).resolve('@vladmandic/human')
  const folder = path.resolve(path.dirname(entry), '..')
  const manifest: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const { version } = z.object({ version: z.string() }).parse(manifest)
  return {
    json: path.join(folder, 'models/centernet.json'),
    bin: path.join(folder, 'models/centernet.bin'),
    face: path.join(folder, 'models/blazeface.json'),
    faceBin: path.join(folder, 'models/blazeface.bin'),
    licence: path.join(folder, 'LICENSE'),
    version,
  }
}

/** Builds the detector of people and vehicles from the same package. */
export function buildDetector(folder = DETECTOR_FOLDER): ReturnType<typeof buildPeople> {
  const { json, bin, face, faceBin, licence, version } = detectorFiles()
  const inputs = [json, bin, face, faceBin, licence, ...listSources(here)]
  return buildPeople(folder, { face, object: json, licence, version, inputs })
}

type BuildModel = { headFile?: string; folder?: string; storage?: WeightStorage }

/**
 * Builds the model folder from the backbone and the committed head, unless the folder there was built from
 * the very same inputs. Says which of the two it did.
 */
export function buildModel({
  folder = MODEL_FOLDER,
  headFile = headFileOf(folder),
  storage = 'half',
}: BuildModel = {}): {
  built: boolean
  card: ModelCard
} {
  const detector = detectorFiles()
  const inputsHash = hashFiles([
    detector.json,
    detector.bin,
    detector.licence,
    headFile,
    ...listSources(here),
  ])
  const existing = readModelCard(folder)
  // Another storage is for comparing: it has no place that is kept up to date.
  if (storage === 'half' && existing?.inputsHash === inputsHash) return { built: false, card: existing }
  const head = readHeadFile(headFile)
  const backbones = readBackbones()
  const model = buildClassifier(backbones, head, storage)
  const card = cardOf(head, model, inputsHash, sourcesOf(detector.version))
  writeModelFolder(folder, { card, model, notice: backbones.notice })
  return { built: true, card }
}

/** The head that the folder learnt here, while it is founded on the product's own; else the product's own. */
function headFileOf(folder: string): string {
  return readLearnt(folder, HEAD_FILE) ? learntFileOf(folder) : HEAD_FILE
}

function sourcesOf(detectorVersion: string): ModelSource[] {
  return [
    {
      role: 'backbone: MobileNetV3 trunk of a CenterNet detector trained on COCO',
      name: '@vladmandic/human, models/centernet',
      version: detectorVersion,
      url: 'https://www.npmjs.com/package/@vladmandic/human',
      licence: 'MIT (npm package); converted from github.com/610265158/mobilenetv3_centernet',
    },
    {
      role: 'backbone: MobileNetV3-Small trained on ImageNet (torchvision), its last layer adapted to another task',
      name: `${PRETRAINED.name}, ${path.basename(PRETRAINED.file)}`,
      version: PRETRAINED.version,
      url: `https://www.npmjs.com/package/${PRETRAINED.name}`,
      licence: 'Apache-2.0 (npm package); torchvision BSD-3-Clause',
    },
    {
      role: 'head: linear layer over both backbones',
      name: 'reuse-materials',
      version: '1',
      url: 'app/features/classifier/weights/reuse-materials.head.json',
      licence: 'EUPL-1.2',
    },
  ]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const started = performance.now()
  const { built, card } = buildModel()
  const place = path.relative(process.cwd(), MODEL_FOLDER)
  const ms = Math.round(performance.now() - started)
  console.log(
    built
      ? `Built ${place}: version ${card.version}, ${card.labels.length} labels, ${(card.sizeBytes / 1e6).toFixed(2)} MB, ${ms} ms`
      : `${place} is up to date: version ${card.version}, ${ms} ms`,
  )
  const detector = buildDetector()
  const people = path.relative(process.cwd(), DETECTOR_FOLDER)
  console.log(
    detector.built
      ? `Built ${people}: version ${detector.card.version}, ${(detector.card.sizeBytes / 1e6).toFixed(2)} MB`
      : `${people} is up to date: version ${detector.card.version}`,
  )
}

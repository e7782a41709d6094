import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ModelCard, ModelSource } from '~/features/classifier/model/model-card'
import { INPUT_SIZE } from './classifier-graph'
import type { Head } from './head-file'

const LIMITS = [
  'Suggests materials that a person confirms; it decides nothing.',
  'Learnt from photos of web shops, sites and catalogues: dark, blurred or very close photos are harder.',
  'Tells neither condition, quantity, hazardous substances (asbestos, lead) nor structural soundness.',
  'Concrete and stone, structural timber and parquet, pipes and other metals are often confused.',
]

/** SHA-256 over files' contents, in the order given, as 64 hexadecimal digits. */
export function hashFiles(files: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of files) {
    const content = readFileSync(file)
    hash.update(`${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

/** The TypeScript sources of a folder that are no tests, sorted. */
export function listSources(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => path.join(folder, name))
}

export function cardOf(
  head: Head,
  model: Uint8Array,
  inputsHash: string,
  sources: readonly ModelSource[],
): ModelCard {
  const hash = createHash('sha256').update(model).update(JSON.stringify(head.description.thresholds))
  return {
    ...head.description,
    kind: 'head',
    frame: null,
    version: hash.digest('hex').slice(0, 12),
    inputsHash,
    ...(head.projection ? { embeddingSize: head.projection.rows.length } : {}),
    sizeBytes: model.length,
    sources,
    limits: LIMITS,
  }
}

/**
 * Writes a folder that the `image-classification` pipeline of transformers.js 2.x loads with
 * `quantized: false`. The folder appears whole or not at all: it is filled beside its place, then moved.
 */
export function writeModelFolder(
  folder: string,
  { card, model, notice }: { card: ModelCard; model: Uint8Array; notice: string },
): void {
  const draft = `${folder}.${process.pid}.draft`
  mkdirSync(path.join(draft, 'onnx'), { recursive: true })
  writeFileSync(path.join(draft, 'onnx', 'model.onnx'), model)
  writeJson(path.join(draft, 'config.json'), pipelineConfig(card.labels))
  writeJson(path.join(draft, 'preprocessor_config.json'), PREPROCESSING)
  writeFileSync(path.join(draft, 'LICENSE-backbone.txt'), notice)
  writeJson(path.join(draft, 'model-card.json'), card)
  rmSync(folder, { recursive: true, force: true })
  renameSync(draft, folder)
}

/** The pipeline picks its class by `model_type`; any of its plain image classifiers runs this graph. */
export function pipelineConfig(labels: readonly string[]): Record<string, unknown> {
  return {
    model_type: 'resnet',
    architectures: ['ResNetForImageClassification'],
    id2label: Object.fromEntries(labels.map((label, id) => [id, label])),
    label2id: Object.fromEntries(labels.map((label, id) => [label, id])),
  }
}

/** Squashed to a square with Lanczos (resample 1), values from 0 to 1, no mean taken off. */
export const PREPROCESSING = {
  image_processor_type: 'ViTImageProcessor',
  feature_extractor_type: 'ViTFeatureExtractor',
  do_resize: true,
  size: { height: INPUT_SIZE, width: INPUT_SIZE },
  resample: 1,
  do_rescale: true,
  rescale_factor: 1 / 255,
  do_normalize: false,
  do_center_crop: false,
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)
}

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { ModelFaultError } from '../classifier-error'
import type { InputFrame } from '../model/model-card'
import {
  chooseLayout,
  frameOf,
  LAYOUTS,
  pathsOfGraphs,
  ZERO_SHOT_FILES,
  ZERO_SHOT_TYPES,
  type ZeroShotGraphs,
  type ZeroShotType,
} from '../model/zero-shot-files'

/** A folder that holds a model of images and texts, whole. */
export type ZeroShotFolder = {
  folder: string
  type: ZeroShotType
  graphs: ZeroShotGraphs
  frame: InputFrame
  /** SHA-256 of the files in use. */
  hash: string
  sizeBytes: number
}

const side = z.union([
  z.number(),
  z.object({
    height: z.number().optional(),
    width: z.number().optional(),
    shortest_edge: z.number().optional(),
  }),
])
const configSchema = z.object({ model_type: z.enum(ZERO_SHOT_TYPES) })
const preprocessingSchema = z.object({
  size: side.optional(),
  crop_size: side.optional(),
  do_center_crop: z.boolean().optional(),
})

/** Reads what a folder holds. Throws a `ModelFaultError` that names what is missing or not supported. */
export async function readZeroShotFolder(folder: string): Promise<ZeroShotFolder> {
  const found = await listFiles(folder)
  if (!found.includes('config.json')) {
    throw new ModelFaultError('unsupported', `No model in ${folder}: it has no config.json`)
  }
  const type = parseModelType(await readFile(path.join(folder, 'config.json'), 'utf8'), folder)
  const missing = ZERO_SHOT_FILES.filter((file) => !found.includes(file))
  const graphs = chooseLayout(found)
  if (missing.length > 0 || !graphs) {
    throw new ModelFaultError('incomplete', `The model in ${folder} lacks ${wanted(missing, graphs)}`)
  }
  const preprocessing = await readFile(path.join(folder, 'preprocessor_config.json'), 'utf8')
  const frame = frameOf(parseJson(preprocessing, preprocessingSchema) ?? {})
  if (!frame) {
    throw new ModelFaultError(
      'unsupported',
      `preprocessor_config.json in ${folder} names no square of pixels`,
    )
  }
  const files = [...ZERO_SHOT_FILES, ...pathsOfGraphs(graphs)]
  return { folder, type, graphs, frame, ...(await digest(folder, files)) }
}

/** The family that `config.json` names. Throws a `ModelFaultError` when it is not one that can be loaded. */
export function parseModelType(config: string, where: string): ZeroShotType {
  const parsed = parseJson(config, configSchema)
  if (parsed) return parsed.model_type
  throw new ModelFaultError(
    'unsupported',
    `The config.json of ${where} names no model_type among ${ZERO_SHOT_TYPES.join(', ')}`,
  )
}

function parseJson<T>(text: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

function wanted(missing: readonly string[], graphs: ZeroShotGraphs | null): string {
  const layouts = LAYOUTS.map((layout) => pathsOfGraphs(layout).join(' and '))
  return [...missing, ...(graphs ? [] : [`one of: ${layouts.join('; ')}`])].join(', ')
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder)
    const graphs = names.includes('onnx') ? await readdir(path.join(folder, 'onnx')) : []
    return [...names, ...graphs.map((name) => `onnx/${name}`)]
  } catch {
    throw new ModelFaultError('folder-missing', `There is no folder ${folder}, or it cannot be read`)
  }
}

async function digest(
  folder: string,
  files: readonly string[],
): Promise<{ hash: string; sizeBytes: number }> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  for (const file of files) {
    const { size } = await stat(path.join(folder, file))
    sizeBytes += size
    hash.update(`${file} ${size}\n`)
    for await (const chunk of createReadStream(path.join(folder, file))) hash.update(chunk as Buffer)
  }
  return { hash: hash.digest('hex'), sizeBytes }
}

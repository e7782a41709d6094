import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { AutoModel, Tensor, env } from '@xenova/transformers'
import { pixelsForModel } from '~/features/photos/pixels.server'
import { readBackbones } from '../model/build-model'
import { buildFeatureModel } from '../model/classifier-graph'
import { pipelineConfig } from '../model/model-folder'
import type { Photo } from './photo-set'

type Extract = (image: Buffer) => Promise<Float32Array>

/**
 * The backbone's features of photos, in their order. Features are kept in `cache`, one file per photo, named by
 * the contents of photo and backbone: a second run reads them back.
 */
export async function featuresOf(photos: readonly Photo[], cache: string): Promise<Float32Array[]> {
  const model = buildFeatureModel(readBackbones())
  const modelKey = createHash('sha256').update(model).digest('hex').slice(0, 12)
  const folder = path.join(cache, `features-${modelKey}`)
  mkdirSync(folder, { recursive: true })
  let extract: Extract | undefined
  const features: Float32Array[] = []
  for (const [index, photo] of photos.entries()) {
    const image = readFileSync(photo.file)
    const kept = path.join(folder, `${createHash('sha256').update(image).digest('hex').slice(0, 24)}.f32`)
    let row = readRow(kept)
    if (!row) {
      extract ??= await loadExtractor(model, cache, `backbone-${modelKey}`)
      row = await extract(image)
      writeFileSync(kept, row)
    }
    features.push(row)
    if (index % 200 === 199) console.log(`features: ${index + 1} of ${photos.length} photos`)
  }
  return features
}

function readRow(file: string): Float32Array | undefined {
  try {
    const bytes = readFileSync(file)
    return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
  } catch {
    return undefined
  }
}

async function loadExtractor(model: Uint8Array, cache: string, name: string): Promise<Extract> {
  mkdirSync(path.join(cache, name, 'onnx'), { recursive: true })
  writeFileSync(path.join(cache, name, 'onnx', 'model.onnx'), model)
  writeFileSync(path.join(cache, name, 'config.json'), JSON.stringify(pipelineConfig([])))
  env.allowRemoteModels = false
  env.localModelPath = cache
  const backbone = await AutoModel.from_pretrained(name, { quantized: false })
  return async (image) => {
    const { data, width, height } = await pixelsForModel(image)
    const planes = new Float32Array(data.length)
    const area = width * height
    for (let pixel = 0; pixel < area; pixel++) {
      for (let channel = 0; channel < 3; channel++) {
        planes[channel * area + pixel] = (data[pixel * 3 + channel] ?? 0) / 255
      }
    }
    const pixels = new Tensor('float32', planes, [1, 3, height, width])
    const output = (await backbone({ pixel_values: pixels })) as { features: { data: Float32Array } }
    return Float32Array.from(output.features.data)
  }
}

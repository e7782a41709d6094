import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { halfToNumber } from './half-float'

/** A weight of the source model, in single precision, row-major. */
export type Weight = { shape: number[]; values: Float32Array }
export type GraphNode = z.infer<typeof nodeSchema>
export type TfjsModel = { nodes: Map<string, GraphNode>; weights: Map<string, Weight> }

const nodeSchema = z.object({
  name: z.string(),
  op: z.string(),
  input: z.array(z.string()).default([]),
  attr: z
    .object({
      padding: z.object({ s: z.string() }).optional(),
      strides: z.object({ list: z.object({ i: z.array(z.string()) }) }).optional(),
      ksize: z.object({ list: z.object({ i: z.array(z.string()) }) }).optional(),
      fused_ops: z.object({ list: z.object({ s: z.array(z.string()).default([]) }) }).optional(),
    })
    .default({}),
})

const weightSchema = z.object({
  name: z.string(),
  shape: z.array(z.number().int().nonnegative()),
  dtype: z.enum(['float32', 'int32']),
  quantization: z.object({ dtype: z.literal('float16') }).optional(),
})

const modelSchema = z.object({
  modelTopology: z.object({ node: z.array(nodeSchema) }),
  weightsManifest: z.array(z.object({ paths: z.array(z.string()), weights: z.array(weightSchema) })),
})

/**
 * Reads a TensorFlow.js graph model: its topology (`.json`) and the binary shards beside it.
 * Throws when the file is no such model, or when the shards' length is not what the manifest says.
 */
export function readTfjsModel(jsonPath: string): TfjsModel {
  const model = modelSchema.parse(JSON.parse(readFileSync(jsonPath, 'utf8')))
  const weights = new Map<string, Weight>()
  for (const group of model.weightsManifest) {
    const shards = group.paths.map((shard) => readFileSync(path.join(path.dirname(jsonPath), shard)))
    readWeights(Buffer.concat(shards), group.weights, weights)
  }
  return { nodes: new Map(model.modelTopology.node.map((node) => [node.name, node])), weights }
}

function readWeights(
  bytes: Buffer,
  manifest: readonly z.infer<typeof weightSchema>[],
  into: Map<string, Weight>,
): void {
  let at = 0
  for (const { name, shape, dtype, quantization } of manifest) {
    const values = new Float32Array(shape.reduce((product, size) => product * size, 1))
    const width = quantization ? 2 : 4
    for (let index = 0; index < values.length; index++, at += width) {
      if (quantization) values[index] = halfToNumber(bytes.readUInt16LE(at))
      else values[index] = dtype === 'int32' ? bytes.readInt32LE(at) : bytes.readFloatLE(at)
    }
    into.set(name, { shape, values })
  }
  if (at !== bytes.length) throw new Error(`Weights take ${at} bytes of ${bytes.length}`)
}

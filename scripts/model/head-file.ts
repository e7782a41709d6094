import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { HeadDescription } from '~/features/classifier/model/model-card'
import { headDescriptionSchema } from '~/features/classifier/schema'
import { halfToNumber, toHalves } from './half-float'

/** A linear layer: `logits[label] = biases[label] + Σ weights[label][feature] × features[feature]`. */
export type LinearLayer = { weights: Float32Array[]; biases: number[] }
/** Rows that turn features, less their mean, into the shorter vector by which photos are compared. */
export type Projection = { mean: Float32Array; rows: Float32Array[] }
/** Without a projection the model gives no embedding. */
export type Head = { description: HeadDescription; layer: LinearLayer; projection?: Projection }

/** Weights are halves, little-endian, one base64 text per row. */
const headFileSchema = headDescriptionSchema.extend({
  biases: z.array(z.number()),
  weights: z.array(z.string()),
  projection: z.object({ mean: z.string(), rows: z.array(z.string()).min(2) }).optional(),
})

/** Reads a head file. Throws when labels, weights and biases do not agree, or the lengths of rows differ. */
export function readHeadFile(file: string): Head {
  return parseHead(JSON.parse(readFileSync(file, 'utf8')))
}

export function parseHead(json: unknown): Head {
  const { weights, biases, projection: packed, ...description } = headFileSchema.parse(json)
  const rows = weights.map(decodeRow)
  if (rows.length !== description.labels.length || biases.length !== description.labels.length) {
    throw new Error(`The head has ${description.labels.length} labels but ${rows.length} rows of weights`)
  }
  const projection = packed && { mean: decodeRow(packed.mean), rows: packed.rows.map(decodeRow) }
  const all = [...rows, ...(projection ? [projection.mean, ...projection.rows] : [])]
  if (all.some((row) => row.length !== rows[0]?.length)) {
    throw new Error('The head has rows of unequal length')
  }
  return { description, layer: { weights: rows, biases }, ...(projection ? { projection } : {}) }
}

/** The JSON value of a head file. Rounding to halves changes a weight by less than 0.05 %. */
export function headFileOf({ description, layer, projection }: Head): z.infer<typeof headFileSchema> {
  return {
    ...headDescriptionSchema.parse(description),
    biases: layer.biases.map((bias) => Number(bias.toFixed(5))),
    weights: layer.weights.map(encodeRow),
    ...(projection
      ? { projection: { mean: encodeRow(projection.mean), rows: projection.rows.map(encodeRow) } }
      : {}),
  }
}

function encodeRow(row: Float32Array): string {
  const bytes = Buffer.alloc(row.length * 2)
  toHalves(row).forEach((half, index) => bytes.writeUInt16LE(half, index * 2))
  return bytes.toString('base64')
}

function decodeRow(text: string): Float32Array {
  const bytes = Buffer.from(text, 'base64')
  return Float32Array.from({ length: bytes.length / 2 }, (_, index) =>
    halfToNumber(bytes.readUInt16LE(index * 2)),
  )
}

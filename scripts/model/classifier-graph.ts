import { LayerConverter } from './convert-layers'
import type { Head, Projection } from './head-file'
import { OnnxGraph } from './onnx-graph'
import type { TfjsModel } from './tfjs-model'
import type { WeightStorage } from './weight-storage'

/** Expansion layers of MobileNetV3 whose channel averages describe a photo: texture, parts, then objects. */
export const TAPPED_BLOCKS = [10, 12, 14] as const

/** The square input the features are learnt at, in pixels. */
export const INPUT_SIZE = 320

function tapLayer(block: number): string {
  return `tower_0/MobilenetV3/expanded_conv_${block}/expand/hard_swish/mul_1`
}

/**
 * The backbone as an ONNX model: `pixel_values` (batch × 3 × height × width, from 0 to 1) to `features`
 * (batch × n): the spatial averages of the tapped layers, each scaled to length one, end to end.
 */
export function buildFeatureModel(backbone: TfjsModel): Uint8Array {
  const graph = new OnnxGraph('reuse-materials-features')
  addFeatures(graph, backbone)
  graph.output('features', ['batch', 'features'])
  return graph.finish()
}

/**
 * Backbone and head in one ONNX model: `pixel_values` to `logits` (batch × labels), already divided by the
 * temperature, so that their softmax is the calibrated probability; and, when the head has a projection, to
 * `embedding` (batch × dimensions), of length one.
 */
export function buildClassifier(
  backbone: TfjsModel,
  { layer, projection, description: { temperature } }: Head,
  storage: WeightStorage = 'half',
): Uint8Array {
  const graph = new OnnxGraph('reuse-materials', storage)
  const features = addFeatures(graph, backbone)
  const labels = layer.weights.length
  const cooled = layer.weights.map((row) => row.map((weight) => weight / temperature))
  const matrix = graph.constant('head/weights', [labels, layer.weights[0]?.length ?? 0], endToEnd(cooled))
  const offsets = graph.constant(
    'head/biases',
    [labels],
    Float32Array.from(layer.biases, (bias) => bias / temperature),
  )
  graph.node('Gemm', [features, matrix, offsets], 'logits', { transB: 1 })
  graph.output('logits', ['batch', labels])
  if (projection) addEmbedding(graph, features, projection)
  return graph.finish({
    backbone: '@vladmandic/human models/centernet (MIT)',
    head: 'trained by this project',
  })
}

function addEmbedding(graph: OnnxGraph, features: string, { mean, rows }: Projection): void {
  const centre = graph.constant('projection/mean', [1, mean.length], mean)
  const centred = graph.node('Sub', [features, centre], 'projection/centred')
  const matrix = graph.weights('projection/rows', [rows.length, mean.length], endToEnd(rows))
  const reduced = graph.node('Gemm', [centred, matrix], 'projection/reduced', { transB: 1 })
  graph.node('LpNormalization', [reduced], 'embedding', { axis: 1, p: 2 })
  graph.output('embedding', ['batch', rows.length])
}

function endToEnd(rows: readonly Float32Array[]): Float32Array {
  const width = rows[0]?.length ?? 0
  const values = new Float32Array(rows.length * width)
  rows.forEach((row, index) => values.set(row, index * width))
  return values
}

function addFeatures(graph: OnnxGraph, backbone: TfjsModel): string {
  const pixels = graph.input('pixel_values', ['batch', 3, 'height', 'width'])
  // The backbone was trained on bytes, the processor hands over values from 0 to 1.
  const byteRange = graph.constant('byte_range', [], Float32Array.of(255))
  const converter = new LayerConverter(backbone, graph, graph.node('Mul', [pixels, byteRange], 'byte_pixels'))
  const parts = TAPPED_BLOCKS.map((block) => {
    const pooled = graph.node('GlobalAveragePool', [converter.convert(tapLayer(block))], `tap_${block}/mean`)
    const flat = graph.node('Flatten', [pooled], `tap_${block}/flat`)
    return graph.node('LpNormalization', [flat], `tap_${block}/unit`, { axis: 1, p: 2 })
  })
  return graph.node('Concat', parts, 'features', { axis: 1 })
}

import { LayerConverter } from './convert-layers'
import type { Head, Projection } from './head-file'
import { MobileNetV3Small } from './mobilenet-v3-small'
import { OnnxGraph } from './onnx-graph'
import type { TfjsModel, Weight } from './tfjs-model'
import type { WeightStorage } from './weight-storage'

/** Expansion layers of MobileNetV3 whose channel averages describe a photo: texture, parts, then objects. */
export const TAPPED_BLOCKS = [10, 12, 14] as const

/** The networks whose layers describe a photo: a detector of objects, and a classifier trained on ImageNet. */
export type Backbones = { detector: TfjsModel; pretrained: ReadonlyMap<string, Weight> }

/** The square input the features are learnt at, in pixels. */
export const INPUT_SIZE = 320

function tapLayer(block: number): string {
  return `tower_0/MobilenetV3/expanded_conv_${block}/expand/hard_swish/mul_1`
}

/**
 * The backbone as an ONNX model: `pixel_values` (batch × 3 × height × width, from 0 to 1) to `features`
 * (batch × n): averages and deviations of the tapped layers over the picture, each scaled to length one, end to end.
 */
export function buildFeatureModel(backbones: Backbones): Uint8Array {
  const graph = new OnnxGraph('reuse-materials-features')
  addFeatures(graph, backbones)
  graph.output('features', ['batch', 'features'])
  return graph.finish()
}

/**
 * Backbone and head in one ONNX model: `pixel_values` to `logits` (batch × labels), already divided by the
 * temperature, so that their softmax is the calibrated probability; and, when the head has a projection, to
 * `embedding` (batch × dimensions), of length one.
 */
export function buildClassifier(
  backbones: Backbones,
  { layer, projection, description: { temperature } }: Head,
  storage: WeightStorage = 'half',
): Uint8Array {
  const graph = new OnnxGraph('reuse-materials', storage)
  const features = addFeatures(graph, backbones)
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
    backbones: '@vladmandic/human models/centernet (MIT); @qvac/classification-ggml (Apache-2.0)',
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

/** Describes a picture by layers of both networks, end to end. */
function addFeatures(graph: OnnxGraph, backbones: Backbones): string {
  const pixels = graph.input('pixel_values', ['batch', 3, 'height', 'width'])
  const parts = [
    ...detectorFeatures(graph, backbones.detector, pixels),
    ...pretrainedFeatures(graph, backbones.pretrained, pixels),
  ]
  return graph.node('Concat', parts, 'features', { axis: 1 })
}

function detectorFeatures(graph: OnnxGraph, detector: TfjsModel, pixels: string): string[] {
  // The detector was trained on bytes, the processor hands over values from 0 to 1.
  const byteRange = graph.constant('byte_range', [], Float32Array.of(255))
  const converter = new LayerConverter(detector, graph, graph.node('Mul', [pixels, byteRange], 'byte_pixels'))
  return TAPPED_BLOCKS.flatMap((block) => {
    const { mean, deviation } = moments(graph, converter.convert(tapLayer(block)), `tap_${block}`)
    return [ofLengthOne(graph, mean), ofLengthOne(graph, deviation)]
  })
}

function pretrainedFeatures(
  graph: OnnxGraph,
  weights: ReadonlyMap<string, Weight>,
  pixels: string,
): string[] {
  const network = new MobileNetV3Small(weights, graph, 'pretrained')
  const { mean, deviation } = moments(graph, network.lastMap(pixels), 'last_map')
  return [mean, deviation, network.embedding(mean)].map((part) => ofLengthOne(graph, part))
}

/** Mean and standard deviation of each channel over the picture, batch × channels. */
function moments(graph: OnnxGraph, map: string, name: string): { mean: string; deviation: string } {
  const pooled = (input: string, end: string) =>
    graph.node('Flatten', [graph.node('GlobalAveragePool', [input], `${name}/${end}/map`)], `${name}/${end}`)
  const mean = pooled(map, 'mean')
  const meanOfSquares = pooled(graph.node('Mul', [map, map], `${name}/squares`), 'mean_of_squares')
  const squareOfMean = graph.node('Mul', [mean, mean], `${name}/square_of_mean`)
  const variance = graph.node('Sub', [meanOfSquares, squareOfMean], `${name}/variance`)
  // Rounding may leave a variance a little below zero.
  const positive = graph.node('Relu', [variance], `${name}/variance/positive`)
  return { mean, deviation: graph.node('Sqrt', [positive], `${name}/deviation`) }
}

function ofLengthOne(graph: OnnxGraph, part: string): string {
  return graph.node('LpNormalization', [part], `${part}/unit`, { axis: 1, p: 2 })
}

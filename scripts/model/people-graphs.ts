import { LayerConverter } from './convert-layers'
import { OnnxGraph } from './onnx-graph'
import type { TfjsModel } from './tfjs-model'

/** The layers of BlazeFace that say where a face may be: scores and boxes, on a fine grid and on a coarse one. */
const FACE_LAYERS = {
  fine_scores: 'conv2d_33',
  fine_boxes: 'conv2d_35',
  coarse_scores: 'conv2d_34',
  coarse_boxes: 'conv2d_36',
} as const

/** Places of COCO's 80 classes that count here: a person; a car, a motorcycle, a bus, a lorry. */
export const OBJECT_CLASSES = [0, 2, 3, 5, 7] as const

/**
 * The face detector as an ONNX model: `pixels` (1 × 3 × 256 × 256, bytes) to the raw numbers of its two grids, which
 * `app/features/faces/model/decode-faces.ts` reads.
 */
export function buildFaceGraph(model: TfjsModel): Uint8Array {
  const graph = new OnnxGraph('faces')
  const pixels = graph.input('pixels', [1, 3, 256, 256])
  const half = graph.constant('half_range', [], Float32Array.of(1 / 127.5))
  const one = graph.constant('one', [], Float32Array.of(1))
  const centred = graph.node('Sub', [graph.node('Mul', [pixels, half], 'scaled'), one], 'centred')
  const converter = new LayerConverter(model, graph, centred)
  for (const [name, layer] of Object.entries(FACE_LAYERS)) {
    const made = converter.convert(`StatefulPartitionedCall/functional_1/${layer}/BiasAdd`)
    graph.node('Identity', [made], name)
    graph.output(name, [1, 'channels', 'rows', 'columns'])
  }
  return graph.finish({ weights: '@vladmandic/human models/blazeface (MIT)' })
}

/**
 * The object detector as an ONNX model: `pixels` (1 × 3 × 512 × 512, bytes) to `scores` (one plane for each of
 * `OBJECT_CLASSES`) and `sides` (distances to the left, top, right and bottom, in pixels), both 128 × 128.
 */
export function buildObjectGraph(model: TfjsModel): Uint8Array {
  const graph = new OnnxGraph('objects')
  const converter = new LayerConverter(model, graph, graph.input('pixels', [1, 3, 512, 512]))
  const classes = graph.integers('classes', OBJECT_CLASSES)
  graph.node('Gather', [converter.convert('tower_0/Sigmoid'), classes], 'scores', { axis: 1 })
  graph.output('scores', [1, OBJECT_CLASSES.length, 'rows', 'columns'])
  graph.node('Identity', [converter.convert('tower_0/mul')], 'sides')
  graph.output('sides', [1, 4, 'rows', 'columns'])
  return graph.finish({ weights: '@vladmandic/human models/centernet (MIT)' })
}

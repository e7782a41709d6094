import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { OnnxGraph } from '../../scripts/model/onnx-graph'
import { END_TOKEN, toyTokenizer } from './toy-tokenizer'

/**
 * What words mean to the toy: a colour, as red, green and blue from −1 to 1. Other words mean nothing. So a
 * rust-red photo is closest to «des briques» and «clay bricks», and no one had to train anything.
 */
const MEANINGS: Readonly<Record<string, readonly [number, number, number]>> = {
  brick: [0.4, -0.4, -0.6],
  bricks: [0.4, -0.4, -0.6],
  briques: [0.4, -0.4, -0.6],
  mineral: [0.9, 0.8, -0.9],
  laine: [0.9, 0.8, -0.9],
  copper: [0.9, 0.1, -0.6],
  cuivre: [0.9, 0.1, -0.6],
  washbasin: [0.9, 0.9, 0.9],
  lavabo: [0.9, 0.9, 0.9],
  landscape: [-0.8, 0.5, -0.8],
  paysage: [-0.8, 0.5, -0.8],
}
const WORDS = Object.keys(MEANINGS)

/** Photos of one colour, and what the toy should say of them. */
export const TOY_COLOURS = {
  brick: '#b34d33',
  insulation: '#f2e60d',
  sanitary: '#f2f2f2',
  other: '#1abf1a',
} as const

const SIDE_PX = 32
const CHANNELS = 3
const DIMENSIONS = CHANNELS + 1
/** Both sides share a constant, so that neither a grey photo nor a text without meaning is without direction. */
const SHARED = 0.3

export type ToyLayout = 'split' | 'split-quantized' | 'joint'
type ToyOptions = { type?: 'clip' | 'siglip'; layout?: ToyLayout; logitScale?: number }

/**
 * Writes a folder with a tiny model of images and texts as transformers.js 2.x loads it: the embedding of an image is
 * its mean colour, that of a text the sum of its words' colours.
 */
export function writeToyClip(
  folder: string,
  { type = 'clip', layout = 'split', logitScale = 100 }: ToyOptions = {},
): void {
  mkdirSync(path.join(folder, 'onnx'), { recursive: true })
  const { tokenizer, config, idsOf } = toyTokenizer(WORDS, type)
  writeJson(folder, 'config.json', {
    model_type: type,
    architectures: [type === 'clip' ? 'CLIPModel' : 'SiglipModel'],
  })
  writeJson(folder, 'preprocessor_config.json', preprocessing(type))
  writeJson(folder, 'tokenizer.json', tokenizer)
  writeJson(folder, 'tokenizer_config.json', config)
  const table = meaningTable(idsOf)
  for (const [name, graph] of Object.entries(graphsOf(type, layout, table, logitScale))) {
    writeFileSync(path.join(folder, 'onnx', `${name}.onnx`), graph)
  }
}

function graphsOf(
  type: 'clip' | 'siglip',
  layout: ToyLayout,
  table: Float32Array,
  logitScale: number,
): Record<string, Uint8Array> {
  if (layout === 'joint') return { model: jointGraph(table, logitScale) }
  const suffix = layout === 'split-quantized' ? '_quantized' : ''
  const [image, text] = type === 'clip' ? ['image_embeds', 'text_embeds'] : ['pooler_output', 'pooler_output']
  const vision = new OnnxGraph('toy-vision')
  addVision(vision, image)
  vision.output(image, ['batch', DIMENSIONS])
  const texts = new OnnxGraph('toy-text')
  addText(texts, table, text, type === 'clip')
  texts.output(text, ['batch', DIMENSIONS])
  return { [`vision_model${suffix}`]: vision.finish(), [`text_model${suffix}`]: texts.finish() }
}

/** Both sides in one graph, which compares each image with each text. */
function jointGraph(table: Float32Array, logitScale: number): Uint8Array {
  const graph = new OnnxGraph('toy-clip')
  const sides = {
    image_embeds: addVision(graph, 'image/raw'),
    text_embeds: addText(graph, table, 'text/raw', true),
  }
  for (const [name, raw] of Object.entries(sides)) {
    graph.node('LpNormalization', [raw], name, { axis: 1, p: 2 })
  }
  const turned = graph.node('Transpose', ['text_embeds'], 'text/turned', { perm: [1, 0] })
  const cosines = graph.node('MatMul', ['image_embeds', turned], 'cosines')
  const scale = graph.constant('logit_scale', [], Float32Array.of(logitScale))
  graph.node('Mul', [cosines, scale], 'logits_per_image')
  graph.output('logits_per_image', ['images', 'texts'])
  graph.output('text_embeds', ['texts', DIMENSIONS])
  graph.output('image_embeds', ['images', DIMENSIONS])
  return graph.finish()
}

/** `pixel_values`, from −1 to 1, to their means, and the shared constant. */
function addVision(graph: OnnxGraph, output: string): string {
  const pixels = graph.input('pixel_values', ['images', CHANNELS, 'height', 'width'])
  const mean = graph.node('Flatten', [graph.node('GlobalAveragePool', [pixels], 'image/mean')], 'image/flat')
  const spread = graph.constant('image/spread', [CHANNELS, DIMENSIONS], identity(CHANNELS, DIMENSIONS))
  const shared = graph.constant('image/shared', [DIMENSIONS], Float32Array.of(0, 0, 0, SHARED))
  return graph.node('Gemm', [mean, spread, shared], output)
}

/** `input_ids` to the sum of the tokens' rows; what fills the text up does not count where a mask says so. */
function addText(graph: OnnxGraph, table: Float32Array, output: string, hasMask: boolean): string {
  const ids = graph.integerInput('input_ids', ['texts', 'tokens'])
  const rows = graph.constant('text/table', [table.length / DIMENSIONS, DIMENSIONS], table)
  const found = graph.node('Gather', [rows, ids], 'text/rows')
  if (!hasMask)
    return graph.node('ReduceSum', [found, graph.integers('text/axis', [1])], output, { keepdims: 0 })
  const mask = graph.integerInput('attention_mask', ['texts', 'tokens'])
  const weights = graph.node('Cast', [mask], 'text/weights', { to: 1 })
  const column = graph.node('Unsqueeze', [weights, graph.integers('text/last', [2])], 'text/column')
  const kept = graph.node('Mul', [found, column], 'text/kept')
  return graph.node('ReduceSum', [kept, graph.integers('text/axis', [1])], output, { keepdims: 0 })
}

/** One row per token: a colour for the words with a meaning, and the shared constant at the end of the text. */
function meaningTable(idsOf: ReadonlyMap<string, number>): Float32Array {
  const table = new Float32Array(Math.max(...idsOf.values()) * DIMENSIONS + DIMENSIONS)
  for (const word of WORDS) table.set(MEANINGS[word]!, idsOf.get(`${word}</w>`)! * DIMENSIONS)
  table[idsOf.get(END_TOKEN)! * DIMENSIONS + CHANNELS] = SHARED
  return table
}

function identity(rows: number, columns: number): Float32Array {
  return Float32Array.from({ length: rows * columns }, (_, at) =>
    at % columns === Math.floor(at / columns) ? 1 : 0,
  )
}

function preprocessing(type: 'clip' | 'siglip'): Record<string, unknown> {
  const square = { height: SIDE_PX, width: SIDE_PX }
  const common = {
    do_resize: true,
    resample: 3,
    do_rescale: true,
    rescale_factor: 1 / 255,
    do_normalize: true,
    image_mean: [0.5, 0.5, 0.5],
    image_std: [0.5, 0.5, 0.5],
  }
  if (type === 'siglip') return { ...common, image_processor_type: 'SiglipImageProcessor', size: square }
  return {
    ...common,
    feature_extractor_type: 'CLIPFeatureExtractor',
    size: { shortest_edge: SIDE_PX },
    do_center_crop: true,
    crop_size: square,
  }
}

function writeJson(folder: string, name: string, value: unknown): void {
  writeFileSync(path.join(folder, name), JSON.stringify(value))
}

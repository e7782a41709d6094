import type { InputFrame } from './model-card'

/** Families of models of images and texts that can be loaded. */
export const ZERO_SHOT_TYPES = ['clip', 'siglip'] as const
export type ZeroShotType = (typeof ZERO_SHOT_TYPES)[number]

/** A file `onnx/<name>.onnx`, or `onnx/<name>_quantized.onnx`. */
export type GraphFile = { name: string; isQuantized: boolean }
/** One graph for images and one for texts; or the same for both, which then needs both inputs at each run. */
export type ZeroShotGraphs = { vision: GraphFile; text: GraphFile }

/** What a model of images and texts consists of beside its graphs. */
export const ZERO_SHOT_FILES = [
  'config.json',
  'preprocessor_config.json',
  'tokenizer.json',
  'tokenizer_config.json',
] as const

/**
 * The ways a model may be laid out, best first: one graph a side spares a text at every photo, and quantized
 * graphs are four times smaller and faster on a processor.
 */
export const LAYOUTS: readonly ZeroShotGraphs[] = [true, false].flatMap((areSplit) =>
  [true, false].map((isQuantized) => ({
    vision: { name: areSplit ? 'vision_model' : 'model', isQuantized },
    text: { name: areSplit ? 'text_model' : 'model', isQuantized },
  })),
)

/** The path of a graph in its model's folder. */
export function pathOfGraph({ name, isQuantized }: GraphFile): string {
  return `onnx/${name}${isQuantized ? '_quantized' : ''}.onnx`
}

/** The paths of a layout's graphs, each once. */
export function pathsOfGraphs({ vision, text }: ZeroShotGraphs): string[] {
  return [...new Set([pathOfGraph(vision), pathOfGraph(text)])]
}

/** The best layout whose files are all there; null when none is. `paths` are relative to the model's folder. */
export function chooseLayout(paths: readonly string[]): ZeroShotGraphs | null {
  return LAYOUTS.find((layout) => pathsOfGraphs(layout).every((path) => paths.includes(path))) ?? null
}

type Side = number | { height?: number; width?: number; shortest_edge?: number }
/** What `preprocessor_config.json` says of the square that a model looks at. */
export type Preprocessing = { size?: Side; crop_size?: Side; do_center_crop?: boolean }

/** How photos are cut for a model; null when its preprocessing asks for anything but a square. */
export function frameOf({
  size,
  crop_size: crop,
  do_center_crop: isCropped,
}: Preprocessing): InputFrame | null {
  const asked = isCropped ? crop : size
  const isSquashed = !isCropped && typeof size === 'object' && size.shortest_edge === undefined
  const sidePx = sideOf(asked)
  return sidePx === null ? null : { sidePx, fit: isSquashed ? 'squash' : 'middle' }
}

const MAX_SIDE_PX = 1024

function sideOf(asked: Side | undefined): number | null {
  const side = typeof asked === 'object' ? (asked.shortest_edge ?? asked.height) : asked
  if (typeof asked === 'object' && asked.width !== undefined && asked.width !== side) return null
  return side !== undefined && Number.isInteger(side) && side > 0 && side <= MAX_SIDE_PX ? side : null
}

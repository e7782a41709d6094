import path from 'node:path'
import type { PreTrainedModel, PreTrainedTokenizer, Tensor } from '@xenova/transformers'
import { ClassifierError } from './classifier-error'
import type { PhotoModel } from './model/photo-model'
import { promptGroups } from './model/prompts'
import { cosine, logitScaleOf, meanDirection, unit, zeroShotScores } from './model/zero-shot'
import type { GraphFile, ZeroShotGraphs, ZeroShotType } from './model/zero-shot-files'
import { readPromptVectors, writePromptVectors, type PromptVectors } from './prompt-vectors'

/** How a model of images and texts is to be loaded. Vectors of sentences are kept in `promptsFile`. */
export type ZeroShotToLoad = {
  type: ZeroShotType
  graphs: ZeroShotGraphs
  temperature: number
  promptsFile: string
}

type Tensors = Record<string, Tensor>
type Graph = { inputNames: readonly string[]; outputNames: readonly string[] }

/** The scale that the families' published models were trained to; read from the graph where it tells. */
const LOGIT_SCALE: Record<ZeroShotType, number> = { clip: 100, siglip: 117 }
/** Sentences given to the model at once. */
const BATCH = 12
const IMAGE_OUTPUTS = ['image_embeds', 'pooler_output']
const TEXT_OUTPUTS = ['text_embeds', 'pooler_output']

/**
 * Loads a model of images and texts from its folder; the network is never asked. The sentences' vectors are computed
 * once and kept; where texts have a graph of their own, it is then let go. Throws a `ClassifierError` when an output lacks.
 */
export async function loadZeroShot(modelDir: string, toLoad: ZeroShotToLoad): Promise<PhotoModel> {
  const { AutoProcessor, RawImage, env } = await import('@xenova/transformers')
  env.allowRemoteModels = false
  env.localModelPath = path.dirname(modelDir)
  const processor = await AutoProcessor.from_pretrained(path.basename(modelDir))
  const vision = await loadGraph(modelDir, toLoad, 'vision')
  const lookAt = async (image: InstanceType<typeof RawImage>, texts: Tensors): Promise<Tensors> => {
    return run(vision, { ...texts, ...((await processor([image])) as Tensors) })
  }
  // A graph for both wants a text with every photo; the shortest will do, since its vector is not read.
  const needsText = (vision.session as Graph).inputNames.includes('input_ids')
  const text = needsText ? tokenize(await loadTokenizer(modelDir), toLoad.type, ['x']) : {}
  const known = readPromptVectors(toLoad.promptsFile)
  const blank = new RawImage(new Uint8Array(BLANK_SIDE ** 2 * 3).fill(128), BLANK_SIDE, BLANK_SIDE, 3)
  const vectors =
    known ?? (await readPrompts(modelDir, toLoad, needsText ? (texts) => lookAt(blank, texts) : null))
  if (!known) writePromptVectors(toLoad.promptsFile, vectors)
  const sharpness = (vectors.logitScale ?? LOGIT_SCALE[toLoad.type]) / toLoad.temperature
  return {
    look: async ({ data, width, height }) => {
      const outputs = await lookAt(new RawImage(data, width, height, 3), text)
      const [embedding] = rowsOf(outputs, IMAGE_OUTPUTS)
      const scores = zeroShotScores(unit(embedding!), vectors.prototypes, sharpness)
      return { scores, embedding: unit(embedding!) }
    },
  }
}

const BLANK_SIDE = 64

/** The vectors of all sentences. `readBoth` runs a graph of texts and images; null: texts have their own. */
async function readPrompts(
  modelDir: string,
  toLoad: ZeroShotToLoad,
  readBoth: ((texts: Tensors) => Promise<Tensors>) | null,
): Promise<PromptVectors> {
  const tokenizer = await loadTokenizer(modelDir)
  const own = readBoth ? null : await loadGraph(modelDir, toLoad, 'text')
  const groups = promptGroups()
  const sentences = groups.flatMap((group) => group.sentences)
  const vectors: Float32Array[] = []
  const seen: { cosines: number[]; logits: number[] } = { cosines: [], logits: [] }
  for (let at = 0; at < sentences.length; at += BATCH) {
    const inputs = tokenize(tokenizer, toLoad.type, sentences.slice(at, at + BATCH))
    const outputs = own ? await run(own, inputs) : await readBoth!(inputs)
    const rows = rowsOf(outputs, TEXT_OUTPUTS)
    vectors.push(...rows)
    noteLogits(outputs, rows, seen)
  }
  await own?.dispose()
  let next = 0
  const prototypes = groups.map(({ label, sentences: { length } }) => {
    const direction = meanDirection(vectors.slice(next, next + length))
    next += length
    return { label, direction }
  })
  return { prototypes, logitScale: logitScaleOf(seen.cosines, seen.logits) }
}

/** Where a graph also compares the texts with its image, notes each cosine and the logit it gave. */
function noteLogits(
  outputs: Tensors,
  texts: readonly Float32Array[],
  seen: { cosines: number[]; logits: number[] },
): void {
  const { logits_per_image: logits, image_embeds: image } = outputs
  if (!logits || !image) return
  const photo = unit(numbersOf(image))
  seen.cosines.push(...texts.map((text) => cosine(unit(text), photo)))
  seen.logits.push(...numbersOf(logits))
}

async function loadGraph(
  modelDir: string,
  { type, graphs }: ZeroShotToLoad,
  side: keyof ZeroShotGraphs,
): Promise<PreTrainedModel> {
  const transformers = await import('@xenova/transformers')
  const { name, isQuantized }: GraphFile = graphs[side]
  const classes = {
    clip: {
      vision: transformers.CLIPVisionModelWithProjection,
      text: transformers.CLIPTextModelWithProjection,
    },
    siglip: { vision: transformers.SiglipVisionModel, text: transformers.SiglipTextModel },
  }
  return classes[type][side].from_pretrained(path.basename(modelDir), {
    quantized: isQuantized,
    model_file_name: name,
  })
}

async function loadTokenizer(modelDir: string): Promise<PreTrainedTokenizer> {
  const { AutoTokenizer } = await import('@xenova/transformers')
  return AutoTokenizer.from_pretrained(path.basename(modelDir))
}

/** SigLIP was trained on texts filled up to its full length. */
function tokenize(tokenizer: PreTrainedTokenizer, type: ZeroShotType, texts: string[]): Tensors {
  const padding = type === 'siglip' ? 'max_length' : true
  return tokenizer(texts, { padding, truncation: true }) as Tensors
}

/** Runs a graph with what it asks for, so that the library has nothing to warn of. */
async function run(model: PreTrainedModel, inputs: Tensors): Promise<Tensors> {
  const { inputNames } = model.session as Graph
  const asked = Object.entries(inputs).filter(([name]) => inputNames.includes(name))
  return (await model(Object.fromEntries(asked))) as Tensors
}

/** The rows of the first output of these names. Throws a `ClassifierError` when there is none. */
function rowsOf(outputs: Tensors, names: readonly string[]): Float32Array[] {
  const tensor = names.map((name) => outputs[name]).find(Boolean)
  const [count = 0, width = 0] = tensor?.dims ?? []
  if (!tensor || tensor.dims.length !== 2 || width === 0) {
    throw new ClassifierError(
      'failed',
      `The graph answers ${Object.keys(outputs).join(', ')}, none of ${names.join(', ')}`,
    )
  }
  const values = numbersOf(tensor)
  return Array.from({ length: count }, (_, row) => values.slice(row * width, (row + 1) * width))
}

/** A copy of a tensor's numbers: the runtime may use its memory again. */
function numbersOf(tensor: Tensor): Float32Array {
  return Float32Array.from(tensor.data as Float32Array)
}

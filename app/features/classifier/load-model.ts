import path from 'node:path'
import type { PreTrainedModel, Processor, RawImage, Tensor } from '@xenova/transformers'
import { ClassifierError } from './classifier-error'
import { limitRuntimeCores } from './limit-runtime-cores'
import { loadAddonAgain } from './load-addon-again'
import { loadZeroShot, type ZeroShotToLoad } from './load-zero-shot'
import { scoresOfLogits, type PhotoAnswer, type PhotoModel } from './model/photo-model'

export type ModelToLoad = {
  modelDir: string
  /** How a model of images and texts is laid out; absent: the folder holds a classifier. */
  zeroShot?: ZeroShotToLoad
}
/** `isRestart`: another thread of this process has loaded the runtime before. `cores`: those the model computes on. */
export type ModelFolder = ModelToLoad & { isRestart: boolean; cores: number }

type Graph = { inputNames: readonly string[]; outputNames: readonly string[] }

const INPUT = 'pixel_values'
const LOGITS = 'logits'
/** An output that a graph may have beside its logits: the photo as a vector of length one. */
const EMBEDDING = 'embedding'

/** Loads a model from its folder; the network is never asked. Throws when it cannot. */
export async function loadModel({ modelDir, zeroShot, isRestart, cores }: ModelFolder): Promise<PhotoModel> {
  if (isRestart) loadAddonAgain()
  limitRuntimeCores(cores, path.join(modelDir, 'onnx'))
  return zeroShot ? loadZeroShot(modelDir, zeroShot) : loadClassifier(modelDir)
}

/**
 * Loads an image classifier. The folder is laid out as transformers.js
 * 2.x wants it: `config.json` with `id2label`, `preprocessor_config.json`, `onnx/model.onnx` from `pixel_values` to
 * `logits` and perhaps `embedding`. Throws a `ClassifierError` when it is not.
 */
async function loadClassifier(modelDir: string): Promise<PhotoModel> {
  const { AutoModel, AutoProcessor, RawImage: Image, env } = await import('@xenova/transformers')
  env.allowRemoteModels = false
  env.localModelPath = path.dirname(modelDir)
  const name = path.basename(modelDir)
  const processor = await AutoProcessor.from_pretrained(name)
  // The plain model hands over every output of the graph; a pipeline would keep the logits only.
  const model = await AutoModel.from_pretrained(name, { quantized: false })
  const labels = readLabels(model)
  checkGraph(model)
  return {
    look: ({ data, width, height }) => look(model, processor, labels, new Image(data, width, height, 3)),
  }
}

async function look(
  model: PreTrainedModel,
  processor: Processor,
  labels: readonly string[],
  image: RawImage,
): Promise<PhotoAnswer> {
  const inputs = (await processor([image])) as Record<string, Tensor>
  const outputs = (await model({ [INPUT]: inputs[INPUT] })) as Record<string, Tensor>
  const logits = numbersOf(outputs[LOGITS])
  if (logits?.length !== labels.length) {
    throw new ClassifierError(
      'failed',
      `The model has ${labels.length} labels but answers ${logits?.length ?? 'no'} numbers`,
    )
  }
  return { scores: scoresOfLogits(labels, logits), embedding: numbersOf(outputs[EMBEDDING]) }
}

/** The labels of `config.json` in the order of the outputs. */
function readLabels(model: PreTrainedModel): string[] {
  const { id2label } = model.config as { id2label?: Record<string, unknown> }
  const labels = Object.keys(id2label ?? {}).map((_, index) => id2label?.[index])
  const named = labels.filter((label) => typeof label === 'string')
  if (named.length === 0 || named.length !== labels.length) {
    throw new ClassifierError('failed', 'config.json names no labels (id2label), from 0 on')
  }
  return named
}

function checkGraph(model: PreTrainedModel): void {
  const { inputNames, outputNames } = model.session as Graph
  if (!inputNames.includes(INPUT) || !outputNames.includes(LOGITS)) {
    throw new ClassifierError(
      'failed',
      `onnx/model.onnx goes from ${inputNames.join(', ')} to ${outputNames.join(', ')}, not from ${INPUT} to ${LOGITS}`,
    )
  }
}

/** A copy of a tensor's numbers: the runtime may use its memory again. */
function numbersOf(tensor: Tensor | undefined): Float32Array | null {
  return tensor ? Float32Array.from(tensor.data as Float32Array) : null
}

import { workerData } from 'node:worker_threads'
import type { Pixels } from '~/features/photos/model/pixels'
import { answerInThread } from '~/platform/answering-thread'
import { startCpuClock } from '~/platform/cpu-time'
import { loadModel, type ModelFolder } from './load-model'
import type { PhotoAnswer, PhotoModel } from './model/photo-model'
import type { LabelScores } from './model/suggest'

/** What the thread is started with. */
export type ThreadData = ModelFolder
/** A photo set to score. */
export type ThreadQuestion = { pixels: Pixels[] }
/** What the model said of each photo of a question; an embedding is null when the model gives none. */
export type ThreadAnswers = {
  scores: LabelScores[]
  embeddings: (Float32Array | null)[]
  ms: number
  /** Processor time of the analysis, an upper bound. */
  cpuMs: number
}

const BLANK_SIDE = 320

/** A model that has looked at a blank picture: what the first photo would wait for is done, and is known to work. */
async function loadReadyModel(): Promise<PhotoModel> {
  const model = await loadModel(workerData as ThreadData)
  await model.look({
    data: new Uint8Array(3 * BLANK_SIDE ** 2).fill(128),
    width: BLANK_SIDE,
    height: BLANK_SIDE,
  })
  return model
}

async function score(model: PhotoModel, { pixels }: ThreadQuestion): Promise<ThreadAnswers> {
  const clock = startCpuClock()
  const answers: PhotoAnswer[] = []
  for (const photo of pixels) answers.push(await model.look(photo))
  return {
    scores: answers.map(({ scores }) => scores),
    embeddings: answers.map(({ embedding }) => embedding),
    ...clock(),
  }
}

answerInThread(loadReadyModel, score)

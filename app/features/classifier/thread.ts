import { parentPort, workerData } from 'node:worker_threads'
import type { Pixels } from '~/features/photos/model/pixels'
import { startCpuClock } from '~/platform/cpu-time'
import { loadModel, type ModelFolder } from './load-model'
import type { PhotoAnswer, PhotoModel } from './model/photo-model'
import type { LabelScores } from './model/suggest'

/** What the thread is started with. */
export type ThreadData = ModelFolder
/** A photo set to score, or a request to end once what was asked before is done. */
export type ThreadRequest = { kind: 'classify'; id: number; pixels: Pixels[] } | { kind: 'stop' }
/** What the model said of each photo of a request; an embedding is null when the model gives none. */
export type ThreadAnswers = {
  scores: LabelScores[]
  embeddings: (Float32Array | null)[]
  ms: number
  /** Processor time of the analysis, an upper bound. */
  cpuMs: number
}
export type ThreadReply =
  | { kind: 'unloadable'; message: string }
  | { kind: 'ready' }
  | ({ kind: 'scores'; id: number } & ThreadAnswers)
  | { kind: 'failed'; id: number; message: string }

const BLANK_SIDE = 320

function reply(message: ThreadReply): void {
  parentPort?.postMessage(message)
}

async function serve(model: PhotoModel, request: ThreadRequest): Promise<void> {
  if (request.kind === 'stop') return void parentPort?.close()
  const clock = startCpuClock()
  try {
    const answers: PhotoAnswer[] = []
    for (const pixels of request.pixels) answers.push(await model.look(pixels))
    reply({
      kind: 'scores',
      id: request.id,
      scores: answers.map(({ scores }) => scores),
      embeddings: answers.map(({ embedding }) => embedding),
      ...clock(),
    })
  } catch (error) {
    reply({ kind: 'failed', id: request.id, message: messageOf(error) })
  }
}

/** A model that has looked at a blank picture: what the first photo would wait for is done, and is known to work. */
async function loadReadyModel(data: ThreadData): Promise<PhotoModel> {
  const model = await loadModel(data)
  await model.look({
    data: new Uint8Array(3 * BLANK_SIDE ** 2).fill(128),
    width: BLANK_SIDE,
    height: BLANK_SIDE,
  })
  reply({ kind: 'ready' })
  return model
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function run(): void {
  const data = workerData as ThreadData
  const loading = loadReadyModel(data)
  let last: Promise<unknown> = loading.catch((error: unknown) =>
    reply({ kind: 'unloadable', message: messageOf(error) }),
  )
  parentPort?.on('message', (request: ThreadRequest) => {
    // Without a model nothing is served; the server has been told and ends this thread.
    last = last.then(async () => serve(await loading, request)).catch(() => undefined)
  })
}

run()

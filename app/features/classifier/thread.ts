import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { Pixels } from '~/features/photos/model/pixels'
import { loadAddonAgain } from './load-addon-again'
import type { LabelScores } from './model/suggest'

/** What the thread is started with. */
export type ThreadData = {
  modelDir: string
  labelCount: number
  /** Another thread of this process has loaded the runtime before. */
  isRestart: boolean
}
/** A photo set to score, or a request to end once what was asked before is done. */
export type ThreadRequest = { kind: 'classify'; id: number; pixels: Pixels[] } | { kind: 'stop' }
export type ThreadReply =
  | { kind: 'unloadable'; message: string }
  | { kind: 'scores'; id: number; scores: LabelScores[]; ms: number }
  | { kind: 'failed'; id: number; message: string }

type Classify = (pixels: Pixels) => Promise<LabelScores>

/** Loads the model from its folder; the network is never asked. */
async function loadModel({ modelDir, labelCount, isRestart }: ThreadData): Promise<Classify> {
  if (isRestart) loadAddonAgain()
  const { RawImage, env, pipeline } = await import('@xenova/transformers')
  env.allowRemoteModels = false
  env.localModelPath = path.dirname(modelDir)
  const classifier = await pipeline('image-classification', path.basename(modelDir), { quantized: false })
  return async ({ data, width, height }) => {
    const answers = await classifier([new RawImage(data, width, height, 3)], { topk: labelCount })
    const scores = answers.flat().map(({ label, score }): [string, number] => [label, score])
    return Object.fromEntries(scores)
  }
}

function reply(message: ThreadReply): void {
  parentPort?.postMessage(message)
}

async function serve(classify: Classify, request: ThreadRequest): Promise<void> {
  if (request.kind === 'stop') return void parentPort?.close()
  const started = performance.now()
  try {
    const scores: LabelScores[] = []
    for (const pixels of request.pixels) scores.push(await classify(pixels))
    reply({ kind: 'scores', id: request.id, scores, ms: performance.now() - started })
  } catch (error) {
    reply({ kind: 'failed', id: request.id, message: messageOf(error) })
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function run(): void {
  const data = workerData as ThreadData
  const loading = loadModel(data)
  let last: Promise<unknown> = loading.catch((error: unknown) =>
    reply({ kind: 'unloadable', message: messageOf(error) }),
  )
  parentPort?.on('message', (request: ThreadRequest) => {
    // Without a model nothing is served; the server has been told and ends this thread.
    last = last.then(async () => serve(await loading, request)).catch(() => undefined)
  })
}

run()

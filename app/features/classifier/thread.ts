import path from 'node:path'
import { RawImage, env, pipeline } from '@xenova/transformers'
import type { Pixels } from '~/features/photos/model/pixels'
import type { LabelScores } from './model/suggest'

/** What the thread is started with. */
export type ThreadData = { modelDir: string; labelCount: number }
/** A photo set to score, or a request to end once what was asked before is done. */
export type ThreadRequest = { kind: 'classify'; id: number; pixels: Pixels[] } | { kind: 'stop' }
export type ThreadReply =
  | { kind: 'unloadable'; message: string }
  | { kind: 'scores'; id: number; scores: LabelScores[]; ms: number }
  | { kind: 'failed'; id: number; message: string }

type Classify = (pixels: Pixels) => Promise<LabelScores>

/** Loads the model from its folder; the network is never asked. */
async function loadModel({ modelDir, labelCount }: ThreadData): Promise<Classify> {
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
  process.send?.(message)
}

async function serve(classify: Classify, request: ThreadRequest): Promise<void> {
  if (request.kind === 'stop') process.exit(0)
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
  const data = JSON.parse(process.argv[2] ?? '{}') as ThreadData
  // A terminal or a supervisor signals the whole group; the server decides when this process ends.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => undefined)
  process.on('disconnect', () => process.exit(0))
  const loading = loadModel(data)
  let last: Promise<unknown> = loading.catch((error: unknown) =>
    reply({ kind: 'unloadable', message: messageOf(error) }),
  )
  process.on('message', (request: ThreadRequest) => {
    // Without a model nothing is served; the server has been told and ends this process.
    last = last.then(async () => serve(await loading, request)).catch(() => undefined)
  })
}

run()

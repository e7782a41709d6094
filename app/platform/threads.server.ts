import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

/** Work kept off the server's event loop, each with the source file that runs it. */
const SOURCES = {
  classifier: 'app/features/classifier/thread.ts',
  detector: 'app/features/faces/thread.ts',
  plan: 'app/features/matching/plan-thread.ts',
  'plan-keeping': 'app/features/matching/plan-keeping-thread.ts',
  cover: 'app/features/baskets/cover-thread.ts',
  tables: 'app/platform/tables/thread.ts',
  fonts: 'app/platform/pdf/font-thread.ts',
} as const
export type ThreadName = keyof typeof SOURCES

const BUILT = `${path.sep}build${path.sep}server${path.sep}`

/**
 * Starts a named worker thread of this process: beside a built server its built entry, else its source.
 * `data` reaches it as `workerData`.
 * @param heapMb the thread's own JavaScript heap; past it the thread ends, not the process
 */
export function startThread(name: ThreadName, data: unknown, { heapMb }: { heapMb: number }): Worker {
  const here = fileURLToPath(import.meta.url)
  const built = here.lastIndexOf(BUILT)
  const file =
    built >= 0
      ? path.join(here.slice(0, built + BUILT.length), `thread-${name}.js`)
      : path.join(path.dirname(here), '../..', SOURCES[name])
  const options = { workerData: data, resourceLimits: { maxOldGenerationSizeMb: heapMb } }
  if (built >= 0) return new Worker(pathToFileURL(file), options)
  return new Worker(sourceLoader(pathToFileURL(file).href), { ...options, eval: true })
}

/** How long a thread may take and how much it may hold. */
export type ThreadLimits = { timeoutMs: number; heapMb: number }

/**
 * Runs one task in a thread that ends with it, and gives the first thing that it says. Rejects when the thread fails,
 * ends without a word or takes too long.
 */
export function runInThread<Reply>(
  name: ThreadName,
  data: unknown,
  { timeoutMs, heapMb }: ThreadLimits,
): Promise<Reply> {
  const worker = startThread(name, data, { heapMb })
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer)
      settle()
      void worker.terminate()
    }
    const fail = (error: Error) => end(() => reject(error))
    const timer = setTimeout(
      () => fail(new Error(`Thread ${name}: no answer within ${timeoutMs} ms`)),
      timeoutMs,
    )
    worker.once('message', (said: Reply) => end(() => resolve(said)))
    worker.once('error', fail)
    worker.once('exit', (code) => fail(new Error(`Thread ${name} ended (code ${code})`)))
  })
}

/** A script that runs a TypeScript file: `--import tsx` does not reach worker threads on Node 20. */
function sourceLoader(fileUrl: string): string {
  const tsx = path.dirname(createRequire(import.meta.url).resolve('tsx/package.json'))
  const api = pathToFileURL(path.join(tsx, 'dist/esm/api/index.mjs')).href
  return `import(${JSON.stringify(api)}).then(({ register }) => (register(), import(${JSON.stringify(fileUrl)})))`
}

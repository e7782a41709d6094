import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

/** Work kept off the server's event loop, each with the source file that runs it. */
const SOURCES = {
  classifier: 'app/features/classifier/thread.ts',
  plan: 'app/features/matching/plan-thread.ts',
  tables: 'app/platform/tables/thread.ts',
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

/** A script that runs a TypeScript file: `--import tsx` does not reach worker threads on Node 20. */
function sourceLoader(fileUrl: string): string {
  const tsx = path.dirname(createRequire(import.meta.url).resolve('tsx/package.json'))
  const api = pathToFileURL(path.join(tsx, 'dist/esm/api/index.mjs')).href
  return `import(${JSON.stringify(api)}).then(({ register }) => (register(), import(${JSON.stringify(fileUrl)})))`
}

import { fork, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** Work kept off the server's event loop, each with the source file that runs it. */
const SOURCES = { classifier: 'app/features/classifier/thread.ts' } as const
export type ThreadName = keyof typeof SOURCES

const BUILT = `${path.sep}build${path.sep}server${path.sep}`

/**
 * Starts a named background thread of work, beside a built server from its built entry, else from source.
 * `data` reaches it as its first argument, in JSON; messages are structured clones.
 *
 * Each runs in a process of its own, not in a `worker_threads` thread: native addons such as ONNX Runtime 1.14
 * can be loaded only once per process, so that a thread of them could never be restarted.
 */
export function startThread(name: ThreadName, data: unknown): ChildProcess {
  const here = fileURLToPath(import.meta.url)
  const built = here.lastIndexOf(BUILT)
  const file =
    built >= 0
      ? path.join(here.slice(0, built + BUILT.length), `thread-${name}.js`)
      : path.join(path.dirname(here), '../..', SOURCES[name])
  return fork(file, [JSON.stringify(data)], {
    execArgv: built >= 0 ? [] : ['--import', typescriptLoader()],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

function typescriptLoader(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
}

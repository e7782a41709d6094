import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

type Options = Record<string, unknown>
type Runtime = {
  InferenceSession: { create: (model: unknown, options?: Options) => Promise<unknown> }
}

/**
 * Makes this thread's ONNX Runtime compute the models of a folder on so many cores. By itself it takes one thread per core
 * for each session, which spin while they wait for each other: on two cores, twice the CPU time for the same answer.
 * transformers.js 2.x passes no such option on, and the runtime (1.14) ignores all options of a model given as bytes,
 * which is how transformers.js gives it: the session is made from its file instead.
 */
export function limitRuntimeCores(cores: number, folder: string): void {
  const here = createRequire(import.meta.url)
  // Found from transformers.js, so that it is the very copy which that will use.
  const runtime = createRequire(here.resolve('@xenova/transformers'))('onnxruntime-node') as Runtime
  const sessions = runtime.InferenceSession
  const create = sessions.create.bind(sessions)
  sessions.create = (model, options) => {
    const file = fileOf(model, folder)
    if (!file) return create(model, options)
    const native = { executionProviders: ['cpu'], intraOpNumThreads: cores, interOpNumThreads: 1 }
    return create(file, { ...options, ...native })
  }
}

/** The file of a folder that holds these very bytes. */
function fileOf(model: unknown, folder: string): string | undefined {
  if (!(model instanceof Uint8Array) || !fs.existsSync(folder)) return undefined
  const files = fs.readdirSync(folder).map((name) => path.join(folder, name))
  return files.find(
    (file) => fs.statSync(file).size === model.byteLength && fs.readFileSync(file).equals(model),
  )
}

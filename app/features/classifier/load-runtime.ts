import { createRequire } from 'node:module'
import { loadAddonAgain } from './load-addon-again'

type Numbers = { data: Float32Array; dims: readonly number[] }
type OrtSession = {
  outputNames: readonly string[]
  run: (feeds: Record<string, unknown>) => Promise<Record<string, Numbers>>
}
type Ort = {
  InferenceSession: { create: (file: string, options: Record<string, unknown>) => Promise<OrtSession> }
  Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => unknown
}

/** A network: from its inputs to its outputs by name, the last two axes of each being rows and columns. */
export type Session = (
  inputs: Readonly<Record<string, Numbers>>,
) => Promise<Record<string, { data: Float32Array; rows: number; columns: number }>>

/**
 * The ONNX Runtime that the classifier uses, for networks of other shapes than its own. `isRestart`: another thread of
 * this process has loaded it before. `cores`: those that a network computes on.
 */
export function loadRuntime({ isRestart, cores }: { isRestart: boolean; cores: number }): {
  /** Opens a model file. Rejects when it is none. */
  open: (file: string) => Promise<Session>
} {
  if (isRestart) loadAddonAgain()
  const here = createRequire(import.meta.url)
  // Found from transformers.js, so that the product carries one copy of the runtime.
  const ort = createRequire(here.resolve('@xenova/transformers'))('onnxruntime-node') as Ort
  return {
    open: async (file) => {
      const session = await ort.InferenceSession.create(file, {
        ...{
          executionProviders: ['cpu'],
          intraOpNumThreads: cores,
          interOpNumThreads: 1,
          enableCpuMemArena: false,
          enableMemPattern: false,
        },
      })
      return async (inputs) => {
        const feeds = Object.entries(inputs).map(([name, { data, dims }]) => [
          name,
          new ort.Tensor('float32', data, dims),
        ])
        const said = await session.run(Object.fromEntries(feeds) as Record<string, unknown>)
        return Object.fromEntries(
          Object.entries(said).map(([name, { data, dims }]) => [
            name,
            // A copy: the runtime may use its memory again.
            { data: Float32Array.from(data), rows: dims.at(-2) ?? 0, columns: dims.at(-1) ?? 0 },
          ]),
        )
      }
    },
  }
}

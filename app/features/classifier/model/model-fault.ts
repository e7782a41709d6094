/**
 * Why no model looks at photos.
 * - `not-built`: our own model has not been built.
 * - `folder-missing`: the folder that the operator named is not there.
 * - `unsupported`: what the operator named is no model that can be loaded.
 * - `incomplete`: files of the model lack.
 * - `hub-unreachable`: the hub does not answer, or not in time.
 * - `hub-refused`: the hub answers, but does not give this model.
 * - `unloadable`: the files are there, but the runtime cannot load them.
 * - `preparing`: the model is being fetched or read.
 */
export const MODEL_FAULTS = [
  'not-built',
  'folder-missing',
  'unsupported',
  'incomplete',
  'hub-unreachable',
  'hub-refused',
  'unloadable',
  'preparing',
] as const
export type ModelFault = (typeof MODEL_FAULTS)[number]

const MINUTE_MS = 60_000
/** Long enough for a hub to come back, short enough that an operator who mends a folder need not restart. */
const RETRIES_MS = [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, 60 * MINUTE_MS] as const

/** How long a model that failed `failures` times in a row is left alone before it is tried again. */
export function retryDelayMs(failures: number): number {
  return RETRIES_MS[Math.min(Math.max(failures, 1), RETRIES_MS.length) - 1]!
}

/** Whether a thread of this process has loaded the runtime already; on the process, so that live reload keeps it. */
const runtime = globalThis as { gisementRuntimeLoaded?: boolean }

/** Notes that a thread is about to load the ONNX Runtime, and says whether another of this process did before. */
export function noteRuntimeLoad(): boolean {
  const wasLoaded = runtime.gisementRuntimeLoaded ?? false
  runtime.gisementRuntimeLoaded = true
  return wasLoaded
}

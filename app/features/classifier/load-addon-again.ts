import fs from 'node:fs'
import Module from 'node:module'
import os from 'node:os'
import path from 'node:path'

type Extensions = Record<string, (module: NodeJS.Module, filename: string) => void>

/**
 * Lets another thread of this process load ONNX Runtime. Its binding (1.14) registers itself when the file is first
 * loaded, once per process, so that a second thread gets «Module did not self-register». A copy under another name
 * registers again. It looks for the runtime's library beside itself, where a link leads to the one file, which all
 * threads share in memory.
 */
export function loadAddonAgain(): void {
  const extensions = (Module as unknown as { _extensions: Extensions })._extensions
  const load = extensions['.node']
  extensions['.node'] = (module, filename) => {
    if (!filename.includes('onnxruntime')) return load?.(module, filename)
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-addon-'))
    try {
      const copy = path.join(folder, path.basename(filename))
      fs.copyFileSync(filename, copy)
      linkLibraries(path.dirname(filename), folder)
      process.dlopen(module, copy)
    } finally {
      fs.rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** Where links are not allowed, the copy still finds a library that an earlier thread has in memory. */
function linkLibraries(from: string, folder: string): void {
  for (const name of fs.readdirSync(from)) {
    if (name.endsWith('.node')) continue
    try {
      fs.symlinkSync(path.join(from, name), path.join(folder, name))
    } catch {
      return
    }
  }
}

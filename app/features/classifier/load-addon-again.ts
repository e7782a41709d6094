import fs from 'node:fs'
import Module from 'node:module'
import os from 'node:os'
import path from 'node:path'

type Extensions = Record<string, (module: NodeJS.Module, filename: string) => void>

/**
 * Lets a restarted thread load ONNX Runtime. Its binding (1.14) registers itself when the file is first loaded, once
 * per process, so that a second thread gets «Module did not self-register». A copy under another name registers again;
 * the runtime's library itself is shared, already in memory.
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
      process.dlopen(module, copy)
    } finally {
      fs.rmSync(folder, { recursive: true, force: true })
    }
  }
}

import { createHash } from 'node:crypto'
import { build, type Plugin, type Rollup } from 'vite'
import { alias } from './vite.alias'

const WORKER = 'app/features/field/worker/main.ts'
/** What the pages kept on the device are made of; of the last one, also what it loads later. */
const SHELL_PARTS = ['/app/entry.client.tsx', '/app/root.tsx', '/app/routes/offline/route.tsx']
const SHELL_ROUTE = '/app/routes/field/route.tsx'

/** Builds `/sw.js` on its own, with the list of the files that the pages it keeps need. */
export function serviceWorker(): Plugin {
  let isServer = false
  return {
    name: 'gisement-service-worker',
    apply: 'build',
    configResolved: (config) => void (isServer = Boolean(config.build.ssr)),
    async writeBundle(_, bundle) {
      if (isServer) return
      const files = filesOfShell(bundle)
      const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 12)
      await build({
        configFile: false,
        logLevel: 'warn',
        resolve: { alias },
        define: { PRECACHED: JSON.stringify(files), VERSION: JSON.stringify(version) },
        build: {
          target: 'es2022',
          outDir: 'build/client',
          emptyOutDir: false,
          copyPublicDir: false,
          rollupOptions: { input: WORKER, output: { format: 'iife', entryFileNames: 'sw.js' } },
        },
      })
    },
  }
}

function filesOfShell(bundle: Rollup.OutputBundle): string[] {
  const files = new Set<string>()
  const take = (chunk: Rollup.OutputChunk, isDeep: boolean) => {
    if (files.has(chunk.fileName)) return
    files.add(chunk.fileName)
    const { importedCss, importedAssets } = chunk.viteMetadata ?? {}
    for (const file of [...(importedCss ?? []), ...(importedAssets ?? [])]) files.add(file)
    for (const name of [...chunk.imports, ...(isDeep ? chunk.dynamicImports : [])]) {
      const next = bundle[name]
      if (next?.type === 'chunk') take(next, isDeep)
    }
  }
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
  const of = (part: string) => chunks.filter((chunk) => chunk.facadeModuleId?.split('?')[0]?.endsWith(part))
  of(SHELL_ROUTE).forEach((chunk) => take(chunk, true))
  SHELL_PARTS.flatMap(of).forEach((chunk) => take(chunk, false))
  return [...files].sort().map((file) => `/${file}`)
}

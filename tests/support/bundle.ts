import path from 'node:path'
import { build } from 'vite'
import { alias } from '../../vite.alias'

/**
 * Bundles workers of this folder, so that each process of a test that starts many begins in a fraction of a second.
 * @returns the file of each, by its name
 */
export async function bundleWorkers<Name extends string>(...names: Name[]): Promise<Record<Name, string>> {
  const outDir = path.resolve(`.cache/test-workers/${process.pid}`)
  await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias },
    build: {
      ...{ ssr: true, outDir, emptyOutDir: true, minify: false, target: 'node20' },
      rollupOptions: {
        input: Object.fromEntries(names.map((name) => [name, path.resolve(`tests/support/${name}.ts`)])),
        output: { entryFileNames: '[name].mjs', chunkFileNames: 'chunk-[hash].mjs' },
      },
    },
  })
  return Object.fromEntries(names.map((name) => [name, path.join(outDir, `${name}.mjs`)])) as Record<
    Name,
    string
  >
}

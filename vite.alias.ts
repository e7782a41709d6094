import path from 'node:path'

/** The import aliases of tsconfig.json, for Vite and Vitest. */
export const alias = [
  { find: /^~db\//, replacement: `${path.resolve('db')}/` },
  { find: /^~tests\//, replacement: `${path.resolve('tests')}/` },
  { find: /^~\//, replacement: `${path.resolve('app')}/` },
]

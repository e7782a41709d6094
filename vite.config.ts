import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import { denyImports } from 'vite-env-only'
import { alias } from './vite.alias'
import { languages } from './vite.languages'
import { serviceWorker } from './vite.service-worker'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

/** The process's own entries beside Remix's build, so that all share one copy of every module. */
const SERVER_ENTRIES = {
  main: 'app/server/main.ts',
  seed: 'db/seed/main.ts',
  gisement: 'app/cli/main.ts',
  'thread-classifier': 'app/features/classifier/thread.ts',
  'thread-detector': 'app/features/faces/thread.ts',
  'thread-plan': 'app/features/matching/plan-thread.ts',
  'thread-plan-keeping': 'app/features/matching/plan-keeping-thread.ts',
  'thread-cover': 'app/features/baskets/cover-thread.ts',
  'thread-tables': 'app/platform/tables/thread.ts',
  'thread-fonts': 'app/platform/pdf/font-thread.ts',
}

export default defineConfig({
  resolve: { alias },
  // Native packages of the server: development must not look for browser builds of them.
  optimizeDeps: { exclude: ['@node-rs/argon2', '@xenova/transformers', 'better-sqlite3', 'sharp'] },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 600,
    rollupOptions: {
      // Routes that only answer data have nothing for the browser: their chunk is empty, and rightly so.
      onwarn: (warning, warn) => (warning.code === 'EMPTY_BUNDLE' ? undefined : warn(warning)),
    },
  },
  plugins: [
    denyImports({ client: { files: ['**/*.server.*', 'db/**', 'app/server/**', 'app/jobs/**'] } }),
    tailwindcss(),
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_routeConfig: true,
        v3_lazyRouteDiscovery: false,
      },
    }),
    serverEntries(),
    serviceWorker(),
    languages(),
  ],
})

function serverEntries(): Plugin {
  return {
    name: 'gisement-server-entries',
    enforce: 'post',
    config: (_, { command, isSsrBuild }) =>
      command === 'build' && isSsrBuild
        ? {
            build: {
              rollupOptions: {
                input: SERVER_ENTRIES,
                output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
              },
            },
          }
        : {},
  }
}

import type { ServerBuild } from '@remix-run/node'
import type { ViteDevServer } from 'vite'
import { env } from '~/platform/env.server'
import { createApp } from './app'
import { startServices } from './services'

/** The development process: the same services, with pages compiled on request by Vite. */
export async function startDev(vite: ViteDevServer): Promise<void> {
  const settings = env()
  await startServices(settings)
  const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
  const app = createApp({
    env: settings,
    build,
    health: { draining: false },
    devMiddleware: vite.middlewares,
  })
  app.listen(settings.port, settings.host, () => {
    process.stdout.write(`\nGisement (development): http://localhost:${settings.port}\n\n`)
  })
}

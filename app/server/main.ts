import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import closeWithGrace from 'close-with-grace'
import * as build from 'virtual:remix/server-build'
import { env } from '~/platform/env.server'
import { logger } from '~/platform/logger.server'
import { createApp } from './app'
import { httpServer } from './http-server'
import { startServices } from './services'

/** Time that requests under way get to end when the process is asked to stop. */
const DRAIN_MS = 20_000

async function main(): Promise<void> {
  const settings = env()
  const services = await startServices(settings)
  const health = { draining: false }
  const server = httpServer(createApp({ env: settings, build, health }))
  server.listen(settings.port, settings.host)
  server.once('listening', () => announce(server))
  server.once('error', (error) => fail(listenMessage(error, settings.port)))
  closeWithGrace({ delay: DRAIN_MS + 5000, logger: false }, async ({ err }) => {
    if (err) logger().fatal({ err }, 'stopping after an error')
    health.draining = true
    await closeServer(server)
    await services.stop()
  })
}

function announce(server: Server): void {
  const { port } = server.address() as AddressInfo
  logger().info({ port, publicUrl: env().publicUrl }, 'listening')
  process.stdout.write(`\nGisement: http://localhost:${port}\n\n`)
  process.send?.({ kind: 'listening', port })
}

function closeServer(server: Server): Promise<void> {
  server.closeIdleConnections()
  const drain = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
  return new Promise((done) => {
    server.close(() => {
      clearTimeout(drain)
      done()
    })
  })
}

function listenMessage(error: Error, port: number): string {
  const code = 'code' in error ? error.code : ''
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Set PORT to a free one, then start again.`
  return `Could not listen on port ${port}: ${error.message}`
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

main().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)))

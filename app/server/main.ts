import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import closeWithGrace from 'close-with-grace'
import * as build from 'virtual:remix/server-build'
import { checkSettings } from '~/platform/check-settings.server'
import { env } from '~/platform/env.server'
import { endLog, logger } from '~/platform/logger.server'
import { createApp } from './app'
import { httpServer } from './http-server'
import { serveMetrics } from './metrics-server'
import { startServices } from './services'

/** Time that requests under way get to end when the process is asked to stop; all of stopping takes less than 30 s. */
const DRAIN_MS = 15_000
/** Longer than proxies keep an idle connection (60 s as a rule): who closes last never cuts a request off. */
const KEPT_MS = 65_000
/** Past this the process ends whatever is left. */
const LAST_MS = 27_000
/** Time for a proxy that asks `/readyz` to send new visitors elsewhere, before connections are refused. */
const NOTICE_MS = 2000

async function main(): Promise<void> {
  if (process.argv.includes('--check-config')) return await checkConfig()
  const settings = env()
  const services = await startServices(settings)
  await serveMetrics(settings)
  const health = { draining: false }
  const server = httpServer(createApp({ env: settings, build, health }))
  server.keepAliveTimeout = KEPT_MS
  server.listen(settings.port, settings.host)
  server.once('listening', () => announce(server))
  server.once('error', (error) => fail(listenMessage(error, settings.port)))
  closeWithGrace({ delay: LAST_MS, logger: false }, async ({ err }) => {
    if (err) logger().fatal({ err }, 'stopping after an error')
    // Unready first, then no new work, then no new connections; the database closes after the last request.
    health.draining = true
    const work = services.stopWork()
    if (settings.trustProxy > 0) await wait(NOTICE_MS)
    await closeServer(server)
    await work
    await services.close()
    logger().info('stopped')
    await endLog()
  })
}

async function checkConfig(): Promise<void> {
  const { faults, warnings } = await checkSettings()
  for (const line of [...warnings, ...faults]) process.stderr.write(`${line}\n`)
  process.exitCode = faults.length > 0 ? 1 : 0
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

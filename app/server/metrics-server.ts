import http, { type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Gauge } from 'prom-client'
import { nowMs } from '~/core/clock'
import { lastChanges, readQueue } from '~/features/health/queries/queue.server'
import type { Env } from '~/platform/env.server'
import { knownIndexes } from '~/platform/held-indexes.server'
import { logger } from '~/platform/logger.server'
import { measureProcess, registry } from '~/platform/metrics.server'

/**
 * Serves `/metrics` in the Prometheus text format on a port of its own, which no page of the product is on: on this
 * machine alone unless `METRICS_HOST` says otherwise. Null where none is wanted (`METRICS_PORT` not set).
 */
export async function serveMetrics({ metrics }: Pick<Env, 'metrics'>): Promise<Server | null> {
  if (metrics === null) return null
  measureProcess()
  measureQueue()
  measureIndexes()
  const server = http.createServer((req, res) => {
    if (req.method !== 'GET' || req.url !== '/metrics') return void res.writeHead(404).end()
    registry.metrics().then(
      (text) => res.writeHead(200, { 'Content-Type': registry.contentType }).end(text),
      (error: unknown) => {
        logger().error({ err: error }, 'the figures could not be read')
        res.writeHead(500).end()
      },
    )
  })
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(metrics.port, metrics.host, done)
  })
  // Whoever watches must not keep the process from ending.
  server.unref()
  const { port } = server.address() as AddressInfo
  logger().info({ port }, 'figures are served')
  return server
}

function measureQueue(): void {
  new Gauge({
    name: 'gisement_jobs',
    help: 'Jobs that are ready, running or dead, by kind',
    labelNames: ['kind', 'state'] as const,
    registers: [registry],
    async collect() {
      const queue = await readQueue(nowMs())
      this.reset()
      for (const { kind, waiting, running, dead } of queue) {
        for (const [state, value] of Object.entries({ waiting, running, dead }))
          this.set({ kind, state }, value)
      }
    },
  })
  new Gauge({
    name: 'gisement_job_oldest_seconds',
    help: 'For how long the oldest job that is ready has waited, by kind',
    labelNames: ['kind'] as const,
    registers: [registry],
    async collect() {
      const queue = await readQueue(nowMs())
      this.reset()
      for (const { kind, oldestMs } of queue) this.set({ kind }, (oldestMs ?? 0) / 1000)
    },
  })
}

function measureIndexes(): void {
  new Gauge({
    name: 'gisement_index_entries',
    help: 'Entries of an index in memory; 0 before it is built',
    labelNames: ['index'] as const,
    registers: [registry],
    collect() {
      for (const { name, state } of knownIndexes()) this.set({ index: name }, state()?.entries ?? 0)
    },
  })
  new Gauge({
    name: 'gisement_index_bytes',
    help: 'Bytes of the numbers of an index in memory, without the objects beside them; 0 before it is built',
    labelNames: ['index'] as const,
    registers: [registry],
    collect() {
      for (const { name, state } of knownIndexes()) {
        const held = state()
        if (held === null) this.set({ index: name }, 0)
        else if (held.bytes !== undefined) this.set({ index: name }, held.bytes)
      }
    },
  })
  new Gauge({
    name: 'gisement_index_behind',
    help: 'Changes that an index in memory has not followed yet: it does when it is next asked',
    labelNames: ['index'] as const,
    registers: [registry],
    async collect() {
      const last = await lastChanges()
      for (const { name, follows, state } of knownIndexes()) {
        const held = state()
        if (held) this.set({ index: name }, Math.max(0, last[follows] - held.seq))
      }
    },
  })
}

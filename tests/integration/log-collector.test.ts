import { once } from 'node:events'
import fs from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import path from 'node:path'
import tls from 'node:tls'
import { afterEach, expect, it, vi } from 'vitest'
import { LogCollector } from '~/platform/log-collector.server'

const caFile = path.resolve('tests/support/collector/cert.pem')
const key = fs.readFileSync(path.resolve('tests/support/collector/key.pem'))

let server: net.Server
let got: string[] = []
const sockets = new Set<net.Socket>()

/** A collector of syslog over TLS; a message counts once all of its length is there. */
async function listen(port = 0): Promise<number> {
  server = tls.createServer({ key, cert: fs.readFileSync(caFile) }, (socket) => {
    let rest = Buffer.alloc(0)
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('data', (part) => {
      rest = Buffer.concat([rest, part])
      for (;;) {
        const head = /^(\d+) /.exec(rest.toString('latin1', 0, 12))?.[0]
        if (!head || rest.length < head.length + Number(head)) return
        got.push(rest.toString('utf8', head.length, head.length + Number(head)))
        rest = rest.subarray(head.length + Number(head))
      }
    })
  })
  server.on('connection', (socket: net.Socket) => {
    sockets.add(socket)
  })
  server.on('tlsClientError', () => undefined)
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** A wire to the collector on which somebody listens. */
async function tapped(port: number): Promise<{ port: number; heard: () => string; cut: () => void }> {
  const heard: string[] = []
  const wire = net.createServer((near) => {
    const far = net.connect(port, '127.0.0.1')
    sockets.add(near)
    near.on('data', (part) => {
      heard.push(part.toString('latin1'))
      far.write(part)
    })
    far.on('data', (part) => near.write(part))
    near.on('close', () => far.destroy())
  })
  wire.listen(0, '127.0.0.1')
  await once(wire, 'listening')
  return { port: (wire.address() as AddressInfo).port, heard: () => heard.join(''), cut: () => wire.close() }
}

async function close(): Promise<void> {
  for (const socket of sockets) socket.destroy()
  sockets.clear()
  server.close()
  await once(server, 'close')
}

afterEach(async () => {
  if (server.listening) await close()
  got = []
  vi.unstubAllEnvs()
})

const line = (msg: string, level = 30) =>
  `${JSON.stringify({ level, time: '2026-09-15T10:00:00.000Z', msg })}\n`

it('ASVS 16.4.3: what this process logs reaches another machine, whole and encrypted, its last line too', async () => {
  const wire = await tapped(await listen())
  vi.stubEnv('LOG_COLLECTOR', `tls://localhost:${wire.port}`)
  vi.stubEnv('LOG_COLLECTOR_CA', caFile)
  vi.stubEnv('LOG_LEVEL', 'warn')
  vi.resetModules()
  const { logger, endLog } = await import('~/platform/logger.server')
  logger().warn({ pattern: '/lots' }, 'refusé, sans compte')
  await expect.poll(() => got.length).toBe(1)
  logger().error({ err: new Error('no account essai@personnes.example') }, 'le dernier')
  await endLog()
  await expect.poll(() => got.length).toBe(2)
  expect(got[0]).toMatch(/^<132>1 \d{4}-\d\d-\d\dT[\d:.]+Z \S+ gisement \d+ - - \{"level":40,/)
  expect(JSON.parse(got[0]!.slice(got[0]!.indexOf('{')))).toMatchObject({ msg: 'refusé, sans compte' })
  expect(got[1]).toMatch(/^<131>1 .*"msg":"le dernier"/)
  expect(got[1]).not.toContain('essai@personnes.example')
  expect(wire.heard().length).toBeGreaterThan(500)
  expect(wire.heard()).not.toMatch(/refus|gisement|level/)
  wire.cut()
})

it('ASVS 16.4.3: a machine that nobody vouches for gets nothing, and the outage is told once', async () => {
  const port = await listen()
  const told: string[] = []
  const collector = new LogCollector({ host: 'localhost', port, caFile: null }, (why) => told.push(why))
  collector.write(line('secret'))
  await expect.poll(() => told.length).toBe(1)
  expect(told[0]).toMatch(/self.signed/i)
  await expect.poll(() => sockets.size, { timeout: 5000 }).toBeGreaterThan(1)
  expect(told).toHaveLength(1)
  expect(got).toEqual([])
  await collector.end(100)
})

it('keeps lines while it is away, lets the oldest go beyond its room, and says how many', async () => {
  const port = await listen()
  await close()
  const told: string[] = []
  const collector = new LogCollector({ host: 'localhost', port, caFile }, (why) => told.push(why))
  collector.write(line('n0'))
  await expect.poll(() => told).toHaveLength(1)
  for (let at = 1; at < 10_003; at++) collector.write(line(`n${at}`))
  await listen(port)
  await expect.poll(() => got.length, { timeout: 10_000 }).toBe(10_001)
  expect(got[0]).toMatch(/^<132>1 .*"lines":3,"msg":"log lines were let go"/)
  expect(got[1]).toContain('"n3"')
  expect(got.at(-1)).toContain('"n10002"')
  await close()
  // Nothing waits: that the other side closed is no news.
  expect(told).toHaveLength(1)
  // What the connection takes before it hears of its end is lost; what waits is told of.
  await expect
    .poll(() => {
      collector.write(line('later'))
      return told.length
    })
    .toBe(2)
  await listen(port)
  await expect.poll(() => got.at(-1), { timeout: 10_000 }).toContain('later')
  await collector.end(100)
})

it('sends all that waits before it ends, connected or not yet', async () => {
  const port = await listen()
  const collector = new LogCollector({ host: 'localhost', port, caFile }, () => undefined)
  for (let at = 0; at < 3000; at++) collector.write(line(`n${at} ${'x'.repeat(200)}`))
  await collector.end(10_000)
  await expect.poll(() => got.length, { timeout: 10_000 }).toBe(3000)
  expect(got.at(-1)).toContain('"n2999 ')
})

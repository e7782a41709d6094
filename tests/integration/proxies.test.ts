import { once } from 'node:events'
import fs from 'node:fs'
import http from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'
import os from 'node:os'
import path from 'node:path'
import tls from 'node:tls'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '~/core/ids'
import { truncatedAddress } from '~/core/network'
import { paths } from '~/core/paths'
import { MAX_BODY_BYTES } from '~/server/middleware'
import { isBuilt, productionEnv, startBuilt, type BuiltServer } from '~tests/support/built-server'
import { authority, hasProxy, startProxy, type Proxy, type ProxyName } from '~tests/support/proxy'

const PROXIES: ProxyName[] = ['nginx', 'caddy']
const CLAIMED = '203.0.113.9'

let room: string
let server: BuiltServer

describe.skipIf(!isBuilt)('the product behind the proxies that it has files for', () => {
  beforeAll(async () => {
    room = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-proxies-'))
    server = await startBuilt(
      productionEnv(path.join(room, 'data'), {
        SESSION_SECRET: '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a6978',
        PUBLIC_URL: 'https://localhost',
        TRUST_PROXY: '1',
      }),
    )
  })
  afterAll(() => {
    server?.process.kill('SIGKILL')
    fs.rmSync(room, { recursive: true, force: true })
  })

  it('takes forms also where a proxy leaves its own name in Host', async () => {
    const body = new URLSearchParams({ email: 'nobody@exemple.fr', password: 'une phrase assez longue' })
    const headers = { origin: 'https://localhost' }
    const answer = await fetch(server.origin + paths.signIn(), { method: 'POST', headers, body })
    expect(answer.status).toBe(401)
  })

  describe.each(PROXIES.map((name) => ({ name })))('$name', ({ name }) => {
    behindProxy(name)
  })
})

function behindProxy(name: ProxyName): void {
  const has = hasProxy(name)
  let proxy: Proxy
  const inClear = (to: string, method = 'GET') =>
    answerOf(http.request({ ...place(proxy.clearPort), path: to, method }))
  const sent = (to: string, options: https.RequestOptions = {}, body?: Buffer) =>
    answerOf(https.request({ ...place(proxy.tlsPort), ...options, path: to, ca: authority }), body)

  beforeAll(async () => {
    if (!has) return
    const folder = path.join(room, name)
    fs.mkdirSync(folder)
    proxy = await startProxy(name, folder, Number(new URL(server.origin).port))
  })
  afterAll(() => proxy?.stop())

  it.skipIf(!has)('ASVS 4.1.2: leads people to https, and refuses what programs send in clear', async () => {
    expect(await inClear(paths.lots())).toMatchObject({
      status: 301,
      headers: { location: `https://localhost${paths.lots()}` },
    })
    expect(await inClear(paths.lots(), 'POST')).toMatchObject({ status: 403 })
    expect(await inClear(paths.apiV1('/lots'))).toMatchObject({ status: 403 })
  })

  it.skipIf(!has)('shows a page over HTTP/2', async () => {
    const client = http2.connect(`https://localhost:${proxy.tlsPort}`, { ca: authority })
    const asked = client.request({ ':path': paths.lots(), 'x-forwarded-host': 'evil.example' })
    const [headers] = (await once(asked, 'response')) as [http2.IncomingHttpHeaders]
    const parts: Buffer[] = []
    for await (const part of asked) parts.push(part as Buffer)
    client.close()
    expect(client.alpnProtocol).toBe('h2')
    expect(headers[':status']).toBe(200)
    expect(headers['strict-transport-security']).toMatch(/max-age=\d{8}/)
    const page = Buffer.concat(parts).toString()
    expect(page).toContain('</html>')
    expect(page).not.toContain('evil.example')
  })

  it.skipIf(!has)('ASVS 4.1.3: tells the server whose address it is, whatever a visitor claims', async () => {
    const claims = { 'x-forwarded-for': CLAIMED, 'x-real-ip': CLAIMED, forwarded: `for=${CLAIMED}` }
    const tried = new URLSearchParams({ email: 'nobody@exemple.fr', password: 'une phrase assez longue' })
    const body = Buffer.from(String(tried))
    const headers = {
      ...claims,
      origin: 'https://localhost',
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': body.length,
    }
    const answer = await sent(paths.signIn(), { method: 'POST', headers }, body)
    expect(answer.status).toBe(401)
    expect(auditedAddress(String(answer.headers['x-request-id']))).toEqual({
      address: truncatedAddress('127.0.0.1'),
    })
  })

  it.skipIf(!has)('has no certificate for another name', async () => {
    await expect(handshake(proxy, { servername: 'autre.example' })).rejects.toThrow()
  })

  it.skipIf(!has)(
    'ASVS 12.1.1, 12.1.2: speaks no older TLS and no suite without forward secrecy',
    async () => {
      expect(await handshake(proxy, {})).toBe('TLSv1.3')
      expect(await handshake(proxy, { maxVersion: 'TLSv1.2' })).toBe('TLSv1.2')
      const old = { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const
      await expect(handshake(proxy, old)).rejects.toThrow()
      const weak = { maxVersion: 'TLSv1.2', ciphers: 'AES128-SHA:AES128-GCM-SHA256' } as const
      await expect(handshake(proxy, weak)).rejects.toThrow()
    },
  )

  it.skipIf(!has)('lets large photos reach the server, and no more than it takes', async () => {
    const to = paths.photoUpload(newId())
    const type = { 'content-type': 'multipart/form-data; boundary=x', origin: 'https://localhost' }
    const sizes = { ...type, 'content-length': 12_000_000 }
    const large = await sent(to, { method: 'POST', headers: sizes }, Buffer.alloc(12_000_000))
    expect(large.headers['x-request-id']).toBeDefined()
    expect(large.status).not.toBe(413)
    const headers = { ...type, 'content-length': MAX_BODY_BYTES + 1 }
    const tooLarge = await sent(to, { method: 'POST', headers }, Buffer.alloc(MAX_BODY_BYTES + 1))
    expect(tooLarge.status).toBe(413)
  })

  it.skipIf(!has)('tells visitors nothing of the health of the service', async () => {
    // nginx lets this machine ask; through Caddy nobody does.
    expect((await sent('/readyz')).status).toBe(name === 'nginx' ? 200 : 404)
    expect((await sent('/livez')).status).toBe(name === 'nginx' ? 200 : 404)
    expect((await sent('/metrics')).status).toBe(404)
  })
}

const place = (port: number) => ({
  host: '127.0.0.1',
  port,
  servername: 'localhost',
  headers: { host: 'localhost' },
})

const CHUNK = 1_000_000

type Answer = { status: number; headers: http.IncomingHttpHeaders }

/** Sends a request, and resolves to its answer, also when that comes before all was sent. */
async function answerOf(request: http.ClientRequest, body: Buffer = Buffer.alloc(0)): Promise<Answer> {
  request.setHeader('host', 'localhost')
  let response: http.IncomingMessage | undefined
  // What is refused is no longer read: the rest of it cannot be sent.
  request.on('error', () => undefined)
  request.on('response', (came) => (response = came.resume()))
  for (let at = 0; at < body.length && !response && !request.destroyed; at += CHUNK) {
    await new Promise((done) => request.write(body.subarray(at, at + CHUNK), done))
  }
  if (!response) {
    request.end()
    await once(request, 'response')
  }
  const { statusCode, headers } = response!
  request.destroy()
  return { status: statusCode!, headers }
}

/** The version of TLS that both agree on. */
async function handshake(proxy: Proxy, options: tls.ConnectionOptions): Promise<string | null> {
  const socket = tls.connect({
    ...{ host: '127.0.0.1', port: proxy.tlsPort, servername: 'localhost', ca: authority },
    ...options,
  })
  try {
    await once(socket, 'secureConnect')
    return socket.getProtocol()
  } finally {
    socket.destroy()
  }
}

/** The network that the audit log notes of a request. */
function auditedAddress(requestId: string): unknown {
  const connection = new Sqlite(path.join(room, 'data/gisement.sqlite'), { readonly: true })
  try {
    return connection.prepare('select address from audit_rows where request_id = ?').get(requestId)
  } finally {
    connection.close()
  }
}

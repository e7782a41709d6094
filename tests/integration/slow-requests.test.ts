import net from 'node:net'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { setupDatabase, type TestSetup } from '~tests/support/database'
import { serveApp, type Served } from '~tests/support/serve-app'

let setup: TestSetup
let served: Served

beforeAll(async () => {
  setup = await setupDatabase()
  served = await serveApp({ patience: { headersMs: 400, requestMs: 900, checkedEveryMs: 100 } })
}, 120_000)
afterAll(async () => {
  await served.stop()
  setup.cleanup()
})
// Whatever one client does, the next one is answered.
afterEach(async () => {
  expect((await served.ask('/livez')).status).toBe(200)
  expect((await served.ask('/aide')).status).toBe(200)
})

/** Sends bytes as they are, piece by piece, and gives all that comes back until the server hangs up. */
function raw(pieces: readonly string[], everyMs = 0, patienceMs = 20_000): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(served.port, '127.0.0.1')
    let reply = ''
    let next = 0
    const give = () => {
      if (next < pieces.length && socket.writable) socket.write(pieces[next++]!)
      if (next < pieces.length) timer = setTimeout(give, everyMs)
    }
    let timer = setTimeout(give, 0)
    const late = setTimeout(() => {
      socket.destroy()
      reject(new Error(`still open after ${patienceMs} ms; so far: ${reply.slice(0, 80)}`))
    }, patienceMs)
    const end = () => {
      clearTimeout(timer)
      clearTimeout(late)
      resolve(reply)
    }
    socket.on('data', (part: Buffer) => (reply += part.toString('latin1')))
    socket.on('error', () => undefined)
    socket.on('close', end)
  })
}

const statuses = (reply: string) =>
  [...reply.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, code]) => Number(code))
const HOST = 'Host: localhost'

it('ASVS 15.2.2: hangs up on headers that come a letter at a time', async () => {
  const drip = [
    'GET /aide HTTP/1.1\r\n',
    `${HOST}\r\n`,
    ...Array.from({ length: 100 }, (_, at) => `X-${at}: a\r\n`),
  ]
  expect(statuses(await raw(drip, 50))).toEqual([408])
})

it('ASVS 15.2.2: hangs up on a body that comes a letter at a time', async () => {
  const head = `POST /connexion HTTP/1.1\r\n${HOST}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\n`
  const started = performance.now()
  const reply = await raw([head, ...Array.from({ length: 200 }, () => 'a')], 50)
  expect(performance.now() - started).toBeLessThan(15_000)
  for (const status of statuses(reply)) expect(status).toBeGreaterThanOrEqual(400)
})

it('answers others while fifty clients hold their connections without a word', async () => {
  const silent = Array.from({ length: 50 }, () => raw(['GET / HTTP/1.1\r\n']))
  const answered = await Promise.all(Array.from({ length: 10 }, () => served.ask('/livez')))
  expect(answered.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200))
  expect(new Set((await Promise.all(silent)).flatMap(statuses))).toEqual(new Set([408]))
})

it('refuses headers that are too long, and bodies that are, before reading them', async () => {
  const long = `GET /aide HTTP/1.1\r\n${HOST}\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`
  expect(statuses(await raw([long]))).toEqual([431])
  const huge = `POST /connexion HTTP/1.1\r\n${HOST}\r\nConnection: close\r\nContent-Length: 99999999999\r\n\r\n`
  expect(statuses(await raw([huge]))[0]).toBe(413)
})

const BODY = 'Content-Type: application/x-www-form-urlencoded\r\n'
const HIDDEN = `GET /tableau-de-bord HTTP/1.1\r\n${HOST}\r\nX-Hidden: yes\r\n\r\n`
const SMUGGLED: [string, string][] = [
  ['a length and chunks', `Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${HIDDEN}`],
  ['chunks and a length', `Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n${HIDDEN}`],
  ['two lengths', `Content-Length: 0\r\nContent-Length: 90\r\n\r\n${HIDDEN}`],
  ['two lengths in one', `Content-Length: 0, 90\r\n\r\n${HIDDEN}`],
  ['a length with a sign', `Content-Length: +5\r\n\r\nhello${HIDDEN}`],
  ['an unknown encoding', `Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${HIDDEN}`],
  ['chunks twice over', `Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${HIDDEN}`],
  ['a space before the colon', `Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${HIDDEN}`],
  ['a folded header', `X-Folded: a\r\n Transfer-Encoding: chunked\r\n\r\n${HIDDEN}`],
  ['a bad size of a chunk', `Transfer-Encoding: chunked\r\n\r\nzz\r\n${HIDDEN}`],
]

it.each(SMUGGLED)('ASVS 4.2.1: answers no request hidden behind %s', async (_, rest) => {
  const reply = await raw([`POST /connexion HTTP/1.1\r\n${HOST}\r\n${BODY}${rest}`])
  const given = statuses(reply)
  expect(given.length).toBeLessThanOrEqual(1)
  for (const status of given) expect(status).toBeGreaterThanOrEqual(400)
})

it('hangs up on what is no HTTP, and on noise after a request', async () => {
  for (const noise of [
    '\u0016\u0003\u0001\u0002\u0000',
    'HELO mail\r\n\r\n',
    'GET\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    '\u0000'.repeat(500),
  ]) {
    expect(statuses(await raw([noise])).every((status) => status >= 400)).toBe(true)
  }
  const reply = await raw([`GET /livez HTTP/1.1\r\n${HOST}\r\n\r\n`, 'noise noise noise\r\n\r\n'], 20)
  expect(statuses(reply)).toEqual([200, 400])
})

it('answers requests sent together in their order', async () => {
  const one = (more = '') => `GET /livez HTTP/1.1\r\n${HOST}\r\n${more}\r\n`
  const reply = await raw([one().repeat(20) + one('Connection: close\r\n')])
  expect(statuses(reply)).toEqual(Array.from({ length: 21 }, () => 200))
})

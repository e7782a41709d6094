import net from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { setupDatabase, type TestSetup } from '~tests/support/database'
import { serveApp, type Served } from '~tests/support/serve-app'

/** More than a connection and its buffers hold: what nobody reads stays with the sender. */
const MEGABYTES = 8
/** A server that waits for the sender would hang up after five seconds without a word, or two minutes. */
const PATIENCE_MS = 30_000

let setup: TestSetup
let served: Served

beforeAll(async () => {
  setup = await setupDatabase()
  served = await serveApp()
})
afterAll(async () => {
  await served.stop()
  setup.cleanup()
})

/** Sends bytes as browsers do, who read answers once all is sent; gives the statuses of all answers until the server hangs up. */
function send(...parts: readonly Buffer[]): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(served.port, '127.0.0.1')
    let reply = ''
    socket.pause()
    for (const part of parts) socket.write(part)
    socket.write(Buffer.alloc(0), () => socket.resume())
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('the server reads no further')))
    socket.on('data', (part: Buffer) => (reply += part.toString('latin1')))
    socket.on('error', reject)
    socket.on('close', () =>
      resolve([...reply.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, code]) => Number(code))),
    )
  })
}

const head = 'Content-Disposition: form-data; name="photo"; filename="a.jpg"\r\nContent-Type: image/jpeg'
const form = Buffer.concat([
  Buffer.from(`--part\r\n${head}\r\n\r\n`),
  Buffer.alloc(MEGABYTES * 2 ** 20, 1),
  Buffer.from('\r\n--part--\r\n'),
])

const LAST = Buffer.from('GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')

/** The head of a form that is sent to an address. */
function headOf(path: string): Buffer {
  const lines = [
    `POST ${path} HTTP/1.1`,
    'Host: localhost',
    'Sec-Fetch-Site: same-origin',
    'Content-Type: multipart/form-data; boundary=part',
    `Content-Length: ${form.byteLength}`,
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`)
}

it.each([
  ['of somebody who is not signed in', () => paths.photoUpload(newId()), 403],
  ['to an address that takes none', () => '/nulle-part', 405],
  ['of an account that is not signed in', () => `${paths.photoUpload(newId())}?compte=${newId()}`, 403],
])(
  'a large photo %s is answered, and so is what comes after it on its connection',
  async (_, path, status) => {
    expect(await send(headOf(path()), form, LAST)).toEqual([status, 200])
  },
)

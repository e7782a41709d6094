import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import type { Storage } from '~/platform/storage-place'
import { signatureOf } from './s3-signature'

const BUCKET = 'gisement-fichiers'
/** The one that s3rver knows; its secret is the same. */
const KEY = 'S3RVER'

/** What is done to a request on its way: answered in the server's place, cut off, or altered by one bit. */
export type Trouble = 'overloaded' | 'cut' | 'altered'

export type S3Server = {
  /** How the product names the bucket, with its key. */
  storage: Storage
  /** The same as variables of the environment. */
  variables: Record<'STORAGE_URL' | 'STORAGE_ACCESS_KEY_ID' | 'STORAGE_SECRET_ACCESS_KEY', string>
  /** Requests that came, as «PUT /bucket/key». */
  asked: string[]
  /** Troubles of the next requests that carry a body or ask for one, in order. */
  troubles: Trouble[]
  /** Flips a bit of an object where the server keeps it. */
  damage: (file: string) => void
  /** Takes no request more, until `start`. */
  stop: () => Promise<void>
  start: () => Promise<void>
  close: () => Promise<void>
}

/**
 * A server that speaks S3 (s3rver), with one bucket: it verifies signatures. Two things that the protocol asks it leaves
 * out, and a gate in front does: a body is held against the hashes that its headers name (`x-amz-content-sha256`,
 * `x-amz-checksum-sha256`) and passed on whole or not at all; and requests to the bucket itself are signed with the slash
 * at their end, which s3rver forgets: the gate verifies these, and signs them anew without it.
 */
export async function startS3Server(prefix = 'instance/'): Promise<S3Server> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-s3-'))
  const child = fork(path.resolve('tests/support/s3-process.mjs'), [directory, BUCKET], {
    execArgv: ['--openssl-legacy-provider'],
  })
  const [port] = (await once(child, 'message')) as [number]
  const asked: string[] = []
  const troubles: Trouble[] = []
  const gate = http.createServer((request, reply) => void pass({ request, reply, port, asked, troubles }))
  const listen = (at: number) =>
    new Promise<void>((done) => void gate.listen(at, '127.0.0.1', () => void done()))
  await listen(0)
  const { port: gatePort } = gate.address() as AddressInfo
  const endpoint = `http://127.0.0.1:${gatePort}`
  const stop = () =>
    new Promise<void>((done) => {
      gate.close(() => void done())
      gate.closeAllConnections()
    })
  return {
    storage: {
      ...{ bucket: BUCKET, prefix, endpoint, region: 'us-east-1', isPathStyle: true },
      ...{ accessKeyId: KEY, secretAccessKey: KEY },
    },
    variables: {
      STORAGE_URL: `s3://${BUCKET}/${prefix}?region=us-east-1&endpoint=${endpoint}&forcePathStyle=true`,
      STORAGE_ACCESS_KEY_ID: KEY,
      STORAGE_SECRET_ACCESS_KEY: KEY,
    },
    asked,
    troubles,
    damage: (file) => {
      const kept = path.join(directory, BUCKET, `${prefix}${file}._S3rver_object`)
      const bytes = fs.readFileSync(kept)
      bytes[bytes.length >> 1]! ^= 1
      fs.writeFileSync(kept, bytes)
    },
    stop,
    start: () => listen(gatePort),
    close: async () => {
      if (gate.listening) await stop()
      child.disconnect()
      await once(child, 'exit')
      fs.rmSync(directory, { recursive: true, force: true })
    },
  }
}

type Passing = {
  request: http.IncomingMessage
  reply: http.ServerResponse
  port: number
  asked: string[]
  troubles: Trouble[]
}

async function pass({ request, reply, port, asked, troubles }: Passing): Promise<void> {
  asked.push(`${request.method} ${request.url?.split('?')[0]}`)
  const body = await wholeBody(request).catch(() => null)
  // Cut off on the way: nothing of it is kept.
  if (body === null) return
  const trouble = troubles.shift()
  if (trouble === 'cut') return void request.socket.destroy()
  if (trouble === 'overloaded') return refuse(reply, 503, 'SlowDown')
  if (trouble === 'altered' && body.length > 0) body[body.length >> 1]! ^= 1
  const fault = faultOf(body, request.headers)
  if (fault) return refuse(reply, 400, fault)
  const { method, headers } = request
  const path = request.url?.replace(/^(\/[^/]+)\/\?/, '$1?') ?? ''
  const authorization = headers.authorization ?? ''
  const isOfBucket = path !== request.url && authorization.includes(`Credential=${KEY}/`)
  if (isOfBucket && !authorization.endsWith(`=${signatureOf(request, KEY)}`))
    return refuse(reply, 403, 'SignatureDoesNotMatch')
  if (isOfBucket) {
    const signed = signatureOf({ method, url: path, headers }, KEY)
    headers.authorization = authorization.replace(/[0-9a-f]{64}$/, signed)
  }
  const sent = { port, host: '127.0.0.1', method, path: isOfBucket ? path : request.url, headers }
  http
    .request(sent, (answer) => {
      reply.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(reply)
    })
    .on('error', () => request.socket.destroy())
    .end(body)
}

async function wholeBody(request: http.IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

function faultOf(body: Buffer, headers: http.IncomingHttpHeaders): string | null {
  const digest = createHash('sha256').update(body).digest()
  const checksum = headers['x-amz-checksum-sha256']
  if (checksum !== undefined && checksum !== digest.toString('base64')) return 'BadDigest'
  if (headers['x-amz-content-sha256'] !== digest.toString('hex')) return 'XAmzContentSHA256Mismatch'
  return null
}

function refuse(reply: http.ServerResponse, status: number, code: string): void {
  reply.writeHead(status, { 'Content-Type': 'application/xml' })
  reply.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`)
}

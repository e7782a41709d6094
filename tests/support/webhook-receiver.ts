import fs from 'node:fs'
import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { Webhook } from 'standardwebhooks'
import { env, setEnv } from '~/platform/env.server'

export type Received = { path: string; headers: IncomingHttpHeaders; body: string }
/** What a receiver is told, as its software reads it. */
export type Told = { type: string; timestamp: string; data: Record<string, unknown> }

const CERTIFICATE = path.resolve('tests/support/collector/cert.pem')
const KEY = path.resolve('tests/support/collector/key.pem')

export type Receiver = {
  url: string
  host: string
  received: Received[]
  /** What it answers from now on; 204 at first. */
  answers: (how: (res: ServerResponse) => void) => void
  close: () => Promise<void>
}

/** A receiver of webhooks as another organisation would run it: over https, under a certificate of its own authority. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  let answer: (res: ServerResponse) => void = (res) => void res.writeHead(204).end()
  const options = { cert: fs.readFileSync(CERTIFICATE), key: fs.readFileSync(KEY) }
  const server = https.createServer(options, (req, res) => {
    let body = ''
    req.setEncoding('utf8')
    req.on('data', (part: string) => (body += part))
    req.on('end', () => {
      received.push({ path: req.url ?? '', headers: req.headers, body })
      answer(res)
    })
  })
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening))
  const { port } = server.address() as AddressInfo
  const host = `localhost:${port}`
  return {
    url: `https://${host}/crochet`,
    host,
    received,
    answers: (how) => (answer = how),
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** Lets webhooks go to these hosts, whose certificates the receiver's own authority vouches for. */
export function openWebhooks(named: readonly string[], isAnyPublic = false): void {
  setEnv({ ...env(), webhooks: { isAnyPublic, named, caFile: CERTIFICATE } })
}

/** Reads what came as a receiver does: by the library, which throws where the signature or the time is wrong. */
export function verified(secret: string, { headers, body }: Received): Told {
  return new Webhook(secret).verify(body, headers as Record<string, string>) as Told
}

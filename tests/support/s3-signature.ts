import { createHash, createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

type Signed = Pick<IncomingMessage, 'method' | 'url' | 'headers'>

/** The signature that a request must carry whose sender holds a secret: version 4, in the header. */
export function signatureOf({ method, url = '', headers }: Signed, secret: string): string {
  const [path, query = ''] = url.split('?')
  const authorization = headers.authorization ?? ''
  const [, scope = ''] = /Credential=[^/]+\/([^,]+)/.exec(authorization) ?? []
  const [, names = ''] = /SignedHeaders=([^,]+)/.exec(authorization) ?? []
  const lines = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`)
  const parameters = query.split('&').sort().join('&')
  const asked = [method, path, parameters, lines.join(''), names, headers['x-amz-content-sha256']].join('\n')
  const digest = createHash('sha256').update(asked).digest('hex')
  const key = scope.split('/').reduce<Buffer | string>((made, part) => hmac(made, part), `AWS4${secret}`)
  return hmac(key, ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, digest].join('\n')).toString('hex')
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type ReceivedMail = { to: string[]; raw: string }
export type MailServer = { url: string; received: ReceivedMail[]; close: () => Promise<void> }

/** A real SMTP server on a free port of this machine, which keeps what it receives, or refuses every reader by name. */
export async function startMailServer({
  refuses = false,
  /** Offers STARTTLS, under a certificate that nobody vouches for. */
  hasTls = false,
  host = '127.0.0.1',
} = {}): Promise<MailServer> {
  const received: ReceivedMail[] = []
  const server = new SMTPServer({
    disabledCommands: hasTls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, done) {
      done(refuses ? new Error(`<${address}> is unknown here`) : null)
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map((recipient) => recipient.address)
        received.push({ to, raw: Buffer.concat(chunks).toString('utf8') })
        done()
      })
    },
  })
  await new Promise<void>((listening) => server.listen(0, host, listening))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://${host}:${port}`,
    received,
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}

/** The text of a mail, whatever its encoding. */
export function mailText(raw: string): string {
  const [head = '', body = ''] = raw.split(/\r\n\r\n([\s\S]*)/)
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

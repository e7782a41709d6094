import fs from 'node:fs/promises'
import path from 'node:path'
import nodemailer from 'nodemailer'
import { env } from './env.server'
import { isLoopback } from './loopback'
import { mails } from './metrics.server'

type Mailbox = { name: string; address: string }
export type Mail = {
  to: Mailbox
  /** Whom an answer goes to; the sender of this installation where it is left out. */
  replyTo?: Mailbox
  subject: string
  text: string
  messageId: string
  /** A page where one act ends e-mails of this kind, by hand or by the reader's mail program (RFC 8058). */
  unsubscribeUrl?: string
}

/** One address, without what would begin a second one or a command of the mail server. */
const SINGLE = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+$/

/**
 * Sends one e-mail through the operator's SMTP server; without one (`SMTP_URL` unset) keeps it as a
 * readable file in the data folder. Addresses are objects, never joined strings, and one
 * reader each. A server elsewhere than on this machine
 * must speak TLS 1.2 or 1.3, under a certificate that is good, from the start (`smtps:`) or by STARTTLS: nothing is sent
 * in clear unless the address itself says so (`?requireTLS=false`).
 * @throws Error when the server refuses, so that the job is tried again; when an address is not a single one
 */
export async function sendMail(mail: Mail): Promise<void> {
  // What is left of an erased account has an address that nobody can have (RFC 2606).
  if (mail.to.address.endsWith('.invalid')) return
  for (const { address } of [mail.to, ...(mail.replyTo ? [mail.replyTo] : [])]) {
    if (!SINGLE.test(address)) throw new Error('A mail has an address that is not a single one')
  }
  try {
    await handOver(mail)
    mails.inc({ outcome: 'sent' })
  } catch (error) {
    mails.inc({ outcome: 'failed' })
    throw error
  }
}

async function handOver(mail: Mail): Promise<void> {
  const { smtpUrl, mailFrom, mailDir } = env()
  const { unsubscribeUrl, ...content } = mail
  const message = {
    from: mailFrom,
    ...content,
    messageId: `<${mail.messageId}@gisement>`,
    ...(unsubscribeUrl && {
      list: { unsubscribe: unsubscribeUrl },
      headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    }),
  }
  if (smtpUrl) {
    const transport = nodemailer.createTransport({
      url: smtpUrl,
      requireTLS: !isLoopback(new URL(smtpUrl).hostname),
      tls: { minVersion: 'TLSv1.2' },
    })
    await transport.sendMail(message)
    transport.close()
    return
  }
  const built = await nodemailer.createTransport({ streamTransport: true, buffer: true }).sendMail(message)
  await fs.mkdir(mailDir, { recursive: true })
  await fs.writeFile(path.join(mailDir, `${mail.messageId}.eml`), built.message as Buffer)
}

import { DEFAULT_LOCALE, type Locale } from '~/core/locale'
import { translator } from '~/messages/catalogue'
import { contact } from '~/messages/contact'
import { env } from '~/platform/env.server'
import { sendMail } from '~/platform/mail.server'
import { findLocale, findMessage } from './queries.server'

/** An address alone, as `OPERATOR_CONTACT` may hold; the variable may also be a sentence or a page. */
const ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/

/**
 * Sends a message to the operator, who answers its writer directly. Where the operator has given no address, nothing
 * is sent: the message waits in the administration.
 */
export async function sendContactMail(job: { messageId: string; contactMessageId: string }): Promise<void> {
  const { operatorContact, operatorName, publicUrl } = env()
  const message = await findMessage(job.contactMessageId)
  if (!message || !operatorContact || !ADDRESS.test(operatorContact)) return
  const t = translator(DEFAULT_LOCALE, contact)
  await sendMail({
    to: { name: operatorName ?? '', address: operatorContact },
    replyTo: { name: message.name, address: message.email },
    subject: t('mail.subject', { topic: t(`topic.${message.topic}`), name: message.name }),
    text: t('mail.text', {
      name: message.name,
      email: message.email,
      topic: t(`topic.${message.topic}`),
      text: message.text,
      page: message.path ? publicUrl + message.path : t('mail.noPage'),
    }),
    messageId: job.messageId,
  })
}

/** Sends an answer to who wrote, in their language; they answer the operator where it has an address. */
export async function sendContactAnswer(job: {
  messageId: string
  contactMessageId: string
  text: string
}): Promise<void> {
  const { operatorContact, operatorName } = env()
  const message = await findMessage(job.contactMessageId)
  if (!message) return
  const t = translator(await localeOf(message.userId), contact)
  const replyTo =
    operatorContact && ADDRESS.test(operatorContact)
      ? { name: operatorName ?? '', address: operatorContact }
      : undefined
  await sendMail({
    to: { name: message.name, address: message.email },
    replyTo,
    subject: t('answerMail.subject', { topic: t(`topic.${message.topic}`) }),
    text: t('answerMail.text', { answer: job.text, text: quoted(message.text) }),
    messageId: job.messageId,
  })
}

/** The language of the writer's account; French without one. */
async function localeOf(userId: string | null): Promise<Locale> {
  return (userId && (await findLocale(userId))) || DEFAULT_LOCALE
}

/** A text as answers quote it. */
function quoted(text: string): string {
  return text.replace(/^/gm, '> ')
}

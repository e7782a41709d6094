import type { Locale } from '~/core/locale'
import { translator } from '~/messages/catalogue'
import { privacyMails } from '~/messages/privacy-mails'
import { emptyWriteAheadLog } from '~/platform/db.server'
import { sendMail } from '~/platform/mail.server'
import { withTx } from '~/platform/transaction.server'
import { forgetMarks, purgePassedOn } from '../repo/close.server'

/** `address` and `marks` are there until the last e-mail has gone. */
export type EndErasure = {
  erasureId: string
  address?: string
  locale?: Locale
  /** What named the person, to be looked for in what was on its way. */
  marks?: readonly string[]
}

/**
 * The end of an erasure: what was on its way to others has arrived and is deleted where it named the person, the last
 * e-mail goes, its address is forgotten, and what the database's log still holds is overwritten.
 * @throws Error while something is on its way or somebody still reads the log, so that the job is tried again
 */
export async function endErasure({
  erasureId,
  address,
  locale = 'fr',
  marks = [],
}: EndErasure): Promise<void> {
  if (address) {
    const left = await withTx((tx) => purgePassedOn(tx, erasureId, marks))
    if (left > 0) throw new Error(`${left} messages of an erased account are on their way: tried again`)
    const t = translator(locale, privacyMails)
    const to = { name: '', address }
    await sendMail({ to, subject: t('erased.subject'), text: t('erased.text'), messageId: erasureId })
    await withTx((tx) => forgetMarks(tx, erasureId))
  }
  if (!emptyWriteAheadLog()) throw new Error('The log is still being read: tried again')
}

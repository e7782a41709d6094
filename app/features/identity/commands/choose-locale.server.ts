import type { Locale } from '~/core/locale'
import { withTx } from '~/platform/transaction.server'
import { updateUser } from '../repo.server'

/** Keeps the language in which a person is written to. */
export async function chooseLocale(userId: string, locale: Locale): Promise<void> {
  await withTx((tx) => updateUser(tx, userId, { locale }))
}

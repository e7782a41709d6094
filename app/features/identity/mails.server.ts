import type { Locale } from '~/core/locale'
import { paths } from '~/core/paths'
import { accountMails } from '~/messages/account-mails'
import { translator } from '~/messages/catalogue'
import type { LinkKind } from './model/links'
import type { Link } from './queries.server'

export const ACCOUNT_NOTICES = ['exists', 'email-changed', 'password-changed'] as const
export type AccountNotice = (typeof ACCOUNT_NOTICES)[number]

const PAGES: Record<LinkKind, (token: string) => string> = {
  'verify-email': paths.confirmAddress,
  'change-email': paths.confirmAddress,
  'reset-password': paths.newPassword,
  invitation: paths.invitation,
}

/** Subject and text of an e-mail that carries a link. */
export function linkMail(link: Link, token: string, publicUrl: string): { subject: string; text: string } {
  const t = translator(link.locale, accountMails)
  const params = {
    link: publicUrl + PAGES[link.kind](token),
    organisation: link.organisationName ?? '',
    sender: link.senderName ?? '',
  }
  return { subject: t(`${link.kind}.subject`, params), text: t(`${link.kind}.text`, params) }
}

/** Subject and text of an e-mail that tells what happened to an account. */
export function noticeMail(
  notice: AccountNotice,
  person: { locale: Locale },
  publicUrl: string,
): { subject: string; text: string } {
  const t = translator(person.locale, accountMails)
  const page = notice === 'email-changed' ? paths.legal() : paths.forgottenPassword()
  const link = publicUrl + page
  return { subject: t(`${notice}.subject`), text: t(`${notice}.text`, { link }) }
}

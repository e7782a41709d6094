import type { Locale } from '~/core/locale'
import { paths } from '~/core/paths'
import { accountMails } from '~/messages/account-mails'
import { translator } from '~/messages/catalogue'
import type { LinkKind } from './model/links'
import type { Link } from './queries.server'

export const ACCOUNT_NOTICES = [
  'exists',
  'email-changed',
  'password-changed',
  'data-exported',
  'member-asked',
  'member-accepted',
  'member-refused',
  'proconnect-linked',
  'proconnect-unlinked',
  'suspended',
  'restored',
  'organisation-suspended',
  'organisation-restored',
  'factor-added',
  'factor-removed',
  'factors-reset',
  'codes-renewed',
  'codes-locked',
  'recovery-code-used',
] as const
export type AccountNotice = (typeof ACCOUNT_NOTICES)[number]

const PAGES: Record<LinkKind, (token: string) => string> = {
  'verify-email': paths.confirmAddress,
  'change-email': paths.confirmAddress,
  'reset-password': paths.newPassword,
  invitation: paths.invitation,
}

/** Where each notice leads its reader. */
const NOTICE_PAGES: Record<AccountNotice, () => string> = {
  exists: paths.forgottenPassword,
  'email-changed': () => paths.contact(),
  'password-changed': paths.forgottenPassword,
  'data-exported': paths.forgottenPassword,
  'member-asked': paths.organisation,
  'member-accepted': () => paths.signIn(),
  'member-refused': () => paths.contact(),
  'proconnect-linked': () => paths.contact(),
  'proconnect-unlinked': () => paths.contact(),
  suspended: () => paths.contact(),
  restored: () => paths.signIn(),
  'organisation-suspended': () => paths.contact(),
  'organisation-restored': () => paths.signIn(),
  'factor-added': paths.security,
  'factor-removed': paths.security,
  'factors-reset': () => paths.contact(),
  'codes-renewed': paths.security,
  'codes-locked': paths.forgottenPassword,
  'recovery-code-used': paths.security,
}

/** Subject and text of an e-mail that carries a link. */
export function linkMail(link: Link, token: string, publicUrl: string): { subject: string; text: string } {
  const t = translator(link.locale, accountMails)
  const params = {
    link: publicUrl + PAGES[link.kind](token),
    organisation: link.organisationName ?? '',
    sender: link.senderName ?? '',
    commune: link.communeName ?? '',
  }
  const key = mailOf(link)
  return { subject: t(`${key}.subject`, params), text: t(`${key}.text`, params) }
}

/** The sentences of a link's e-mail: an invitation says what the organisation makes of the person. */
function mailOf({ kind, organisationKind, communeCode }: Link) {
  if (kind !== 'invitation') return kind
  if (organisationKind === 'metropole') return 'invitation-admin'
  return organisationKind === 'commune' && communeCode ? 'invitation-agent' : 'invitation'
}

/** What a notice tells beside its kind. */
export type NoticeDetail = { reason?: string; organisation?: string }

/** Subject and text of an e-mail that tells what happened to an account, or to an organisation of its. */
export function noticeMail(
  notice: AccountNotice,
  person: { locale: Locale },
  { publicUrl, reason = '', organisation = '' }: NoticeDetail & { publicUrl: string },
): { subject: string; text: string } {
  const t = translator(person.locale, accountMails)
  const params = { link: publicUrl + NOTICE_PAGES[notice](), reason, organisation }
  return { subject: t(`${notice}.subject`, params), text: t(`${notice}.text`, params) }
}

import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '~/core/paths'
import type { Role } from '~/features/organisations/model/permissions'
import { common } from '~/messages/common'
import { identity } from '~/messages/identity'
import { ConfirmBanner } from '~/features/identity/ui/confirm-banner'
import { HelpLink } from '~/root/help-link'
import { SignOutForm } from '~/root/sign-out-form'
import { AppShell, type NavItem, type TabItem } from '~/ui/app-shell'
import { ButtonLink } from '~/ui/button'
import type { Display } from '~/ui/display'
import { useT } from '~/ui/i18n'
import { BellIcon, BuildingIcon, HeartIcon, PairIcon, PlusIcon, SearchIcon, UserIcon } from '~/ui/icons'

export type Account = {
  name: string
  email: string
  isConfirmed: boolean
  organisationName: string
  roles: readonly Role[]
  communeCode: string | null
  /** How many notifications wait to be read. */
  unread: number
}

/**
 * The frame of every page with the ways that the reader's role opens. Of a reader of whom it is not known whether they are
 * signed in, it says neither.
 */
export function SiteFrame({
  account: reader,
  display,
  children,
}: {
  account: Account | 'unknown' | null
  display: Display
  children: ReactNode
}) {
  const t = useT(common)
  const isUnknown = reader === 'unknown'
  const account = isUnknown ? null : reader
  return (
    <AppShell
      nav={useNav(account)}
      tabs={useTabs(account, isUnknown)}
      footer={[
        { to: paths.places(), label: t('footer.places') },
        { to: paths.programme(), label: t('footer.programme') },
        { to: paths.help(), label: t('footer.help') },
        { to: paths.contact(), label: t('footer.contact') },
        { to: paths.accessibility(), label: t('footer.accessibility') },
        { to: paths.algorithms(), label: t('footer.algorithms') },
        { to: paths.aiUse(), label: t('footer.ai') },
        { to: paths.openData(), label: t('footer.openData') },
        { to: paths.legal(), label: t('footer.legal') },
      ]}
      account={isUnknown ? <KeptLink /> : <AccountSlot account={account} />}
      display={display}
      banner={account && !account.isConfirmed && <ConfirmBanner email={account.email} />}
    >
      {children}
      <HelpLink />
    </AppShell>
  )
}

function useNav(account: Account | null): NavItem[] {
  const t = useT(common)
  const isParty = account?.roles.some((role) => role === 'giver' || role === 'taker') ?? false
  return [
    { to: paths.lots(), label: isParty ? t('nav.lotsShort') : t('nav.lots') },
    { to: paths.needs(), label: t('nav.needs') },
    { to: paths.communes(), label: t('nav.territory') },
    ...(isParty
      ? [
          { to: paths.sites(), label: t('nav.sites') },
          { to: paths.matches(), label: t('nav.matches') },
          { to: paths.reservations(), label: t('nav.reservations') },
          { to: paths.field(), label: t('nav.field'), isApart: true },
        ]
      : [{ to: paths.places(), label: t('nav.places') }]),
    ...(account?.roles.includes('commune-agent')
      ? [{ to: paths.programme(), label: t('nav.programme') }]
      : []),
    ...(account?.roles.includes('metropole-admin')
      ? [{ to: paths.administration(), label: t('nav.admin') }]
      : []),
  ]
}

function useTabs(account: Account | null, isUnknown: boolean): TabItem[] {
  const t = useT(common)
  const isGiver = !account || account.roles.includes('giver')
  const isTaker = account?.roles.includes('taker') ?? false
  return [
    { to: paths.lots(), label: t('nav.lotsShort'), icon: SearchIcon, end: true },
    ...(isGiver ? [{ to: paths.newLot(), label: t('nav.publishShort'), icon: PlusIcon, lead: true }] : []),
    ...(isTaker || !isGiver ? [{ to: paths.needs(), label: t('nav.needs'), icon: PairIcon }] : []),
    { to: paths.communes(), label: t('nav.territory'), icon: BuildingIcon },
    account || isUnknown
      ? { to: paths.dashboard(), label: t('nav.account'), icon: UserIcon }
      : { to: paths.signIn(), label: t('nav.signIn'), icon: UserIcon },
  ]
}

function AccountSlot({ account }: { account: Account | null }) {
  const t = useT(common)
  const tIdentity = useT(identity)
  if (!account) {
    return (
      <>
        <KeptLink />
        <ButtonLink to={paths.signIn()} look="secondary" small>
          {t('nav.signIn')}
        </ButtonLink>
      </>
    )
  }
  return (
    <>
      <KeptLink />
      <Bell unread={account.unread} />
      <Link
        to={paths.account()}
        className="inline-flex min-h-11 min-w-6 items-center text-ink"
        aria-label={tIdentity('signedInAs', { name: account.name, organisation: account.organisationName })}
      >
        <UserIcon />
      </Link>
      <Link to={paths.organisation()} className="block max-w-40 truncate leading-11 font-semibold">
        {account.organisationName}
      </Link>
      <SignOutForm label={t('nav.signOut')} />
    </>
  )
}

/** The way to the lots that the reader keeps, with an account or without. */
function KeptLink() {
  const t = useT(common)
  return (
    <Link
      to={paths.kept()}
      aria-label={t('nav.kept')}
      className="inline-flex min-h-11 min-w-6 items-center text-ink"
    >
      <HeartIcon />
    </Link>
  )
}

/** The way to the notifications; their count is said politely when it changes. */
function Bell({ unread }: { unread: number }) {
  const t = useT(common)
  return (
    <Link
      to={paths.notifications()}
      className="inline-flex min-h-11 items-center gap-1.5 font-semibold text-ink"
    >
      <BellIcon />
      <span aria-live="polite">
        <span className="sr-only">{t('bell', { count: unread })}</span>
        {unread > 0 && <span aria-hidden="true">{unread}</span>}
      </span>
    </Link>
  )
}

import { Link, NavLink } from '@remix-run/react'
import type { ComponentType, ReactNode } from 'react'
import { common } from '~/messages/common'
import { inThumbOrder, type Display, type Hand } from './display'
import { useT } from './i18n'
import { ListIcon, type IconProps } from './icons'
import { Sign, TapeRule } from './marks'
import { Preferences } from './preferences'

export type NavItem = {
  to: string
  label: string
  /** Current only on this very address, not below it. */
  end?: boolean
  /** A page in a document of its own: the browser opens it anew. */
  isApart?: boolean
}
export type TabItem = NavItem & {
  icon: ComponentType<IconProps>
  /** The one tab that does rather than shows: «Publier». */
  lead?: boolean
}

/** The frame of every page. `tabs` (4 or 5) is the thumb bar of phones; `nav` is the rest, in the header. */
export function AppShell({
  nav,
  tabs,
  account,
  footer,
  display,
  banner,
  children,
}: {
  nav: readonly NavItem[]
  tabs: readonly TabItem[]
  /** Sign-in link or account menu: end of the header, and under the menu on phones; so without ids. */
  account?: ReactNode
  footer: readonly NavItem[]
  display: Display
  /** A message for the whole site, under the header: offline, demonstration data. */
  banner?: ReactNode
  children: ReactNode
}) {
  const t = useT(common)
  return (
    <div className="flex min-h-dvh flex-col">
      <a href="#content" className="button button-action skip">
        {t('shell.skip')}
      </a>
      <header className="border-b-2 border-edge bg-card" data-screen-only>
        <div className="wrap flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
          <Wordmark label={t('shell.home')} />
          <nav aria-label={t('shell.mainNav')} className="hidden grow lg:block">
            <NavList items={nav} className="flex flex-wrap" />
          </nav>
          <div className="ml-auto hidden items-center gap-2.5 lg:flex">{account}</div>
          <a
            href="#menu"
            className="ml-auto inline-flex min-h-11 items-center gap-2 font-semibold text-ink lg:hidden"
          >
            <ListIcon />
            {t('shell.menu')}
          </a>
        </div>
        <TapeRule thin />
      </header>
      {banner}
      <main id="content" tabIndex={-1} className="wrap grow pb-16">
        {children}
      </main>
      <footer className="border-t-2 border-edge bg-sunken pb-24 lg:pb-8" data-screen-only>
        <div className="wrap flex flex-col gap-6 py-8">
          <nav id="menu" aria-label={t('shell.mainNav')} className="lg:hidden">
            <NavList items={nav} className="grid grid-cols-2" />
          </nav>
          {account && <div className="flex flex-wrap items-center gap-4 lg:hidden">{account}</div>}
          <Preferences display={display} />
          <nav aria-label={t('shell.footerNav')}>
            <ul className="flex flex-wrap gap-x-6">
              {footer.map(({ to, label }) => (
                <li key={to}>
                  <Link to={to} className="inline-flex min-h-11 items-center text-ink">
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <p className="text-muted">
            {t('app.tagline')} {t('shell.publisher')}
          </p>
        </div>
      </footer>
      <TabBar tabs={tabs} hand={display.hand} />
    </div>
  )
}

function Wordmark({ label }: { label: string }) {
  const t = useT(common)
  return (
    <Link
      to="/"
      aria-label={label}
      className="inline-flex min-h-11 items-center gap-2.5 text-ink no-underline hover:underline"
    >
      <Sign />
      <span className="font-display text-2xl font-extrabold tracking-tight">{t('app.name')}</span>
    </Link>
  )
}

function NavList({ items, className }: { items: readonly NavItem[]; className: string }) {
  return (
    <ul className={className}>
      {items.map(({ to, label, end, isApart }) => (
        <li key={to}>
          <NavLink to={to} end={end} reloadDocument={isApart} className="nav-link">
            {label}
          </NavLink>
        </li>
      ))}
    </ul>
  )
}

/** The thumb bar of phones. For one hand it also leads to the menu, whose way at the top is out of the thumb's reach. */
function TabBar({ tabs, hand }: { tabs: readonly TabItem[]; hand: Hand }) {
  const t = useT(common)
  const menu = (
    <li>
      <a href="#menu" className="tab-link">
        <ListIcon width="1.6rem" height="1.6rem" />
        {t('shell.menu')}
      </a>
    </li>
  )
  return (
    <nav aria-label={t('shell.quickNav')} data-screen-only className="tab-bar lg:hidden">
      <ul>
        {hand === 'right' && menu}
        {inThumbOrder(tabs, hand).map(({ to, label, end, icon: Icon, lead }) => (
          <li key={to}>
            <NavLink to={to} end={end} className={lead ? 'tab-link tab-link-lead' : 'tab-link'}>
              <Icon width="1.6rem" height="1.6rem" />
              {label}
            </NavLink>
          </li>
        ))}
        {hand === 'left' && menu}
      </ul>
    </nav>
  )
}

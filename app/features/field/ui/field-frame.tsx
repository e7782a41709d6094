import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '~/core/paths'
import { common } from '~/messages/common'
import { field } from '~/messages/field'
import { useT } from '~/ui/i18n'
import { CrossIcon } from '~/ui/icons'
import { Sign, TapeRule } from '~/ui/marks'
import { NetworkBadge } from './network-badge'

/** What stands around the screens on site: as little as possible. `isStill`: a page without scripts. */
export function FieldFrame({ isStill, children }: { isStill: boolean; children: ReactNode }) {
  const t = useT(field)
  const tCommon = useT(common)
  return (
    <div className="flex min-h-dvh flex-col">
      <a href="#content" className="button button-action skip">
        {tCommon('shell.skip')}
      </a>
      <header className="border-b-2 border-edge bg-card">
        <div className="wrap flex items-center gap-3 py-1.5">
          <Link
            to={paths.field()}
            reloadDocument={isStill}
            aria-label={t('frame.home')}
            className="inline-flex min-h-11 min-w-11 items-center gap-2.5 text-ink no-underline"
          >
            <Sign />
            <span className="font-display text-lg font-extrabold tracking-tight whitespace-nowrap">
              {t('title')}
            </span>
          </Link>
          <div className="ml-auto whitespace-nowrap">{!isStill && <NetworkBadge />}</div>
          <Link
            to={paths.home()}
            reloadDocument
            aria-label={t('frame.leaveLong')}
            className="inline-flex min-h-11 min-w-11 items-center justify-center text-ink"
          >
            <CrossIcon />
          </Link>
        </div>
        <TapeRule thin />
      </header>
      <main id="content" tabIndex={-1} className="wrap grow pb-24">
        {children}
      </main>
    </div>
  )
}

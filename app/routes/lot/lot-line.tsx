import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import type { LotState } from '~/features/lots/model/lot-state'
import { waiting } from '~/messages/waiting'
import { useT } from '~/ui/i18n'
import type { Reader } from './lot-page.server'

/** The way to the line of a lot: for its owner when somebody waits, for a taker who has a place or may want one. */
export function LotLine({
  lotId,
  state,
  reader,
  line,
}: {
  lotId: string
  state: LotState
  reader: Reader
  line: { count: number; isIn: boolean }
}) {
  const t = useT(waiting)
  const isOpen = state === 'open' || state === 'full'
  const text =
    reader === 'owner'
      ? line.count > 0 && t('link.owner', { count: line.count })
      : line.isIn
        ? t('link.mine')
        : (reader === 'taker' || reader === 'visitor') &&
          isOpen &&
          t(state === 'full' ? 'link.join' : 'link.more')
  if (!text) return null
  return (
    <p data-screen-only>
      <Link to={paths.lotWaiting(lotId)} className="inline-flex min-h-11 items-center">
        {text}
      </Link>
    </p>
  )
}

import type { IsoDay } from '~/core/days'
import { paths } from '~/core/paths'
import type { LotView } from '~/features/lots/model/lot'
import type { LotState } from '~/features/lots/model/lot-state'
import { LotManage } from '~/features/lots/ui/lot-manage'
import { lots } from '~/messages/lots'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import type { Reader } from './lot-page.server'

const CLOSED = {
  paused: 'page.pausedText',
  withdrawn: 'page.withdrawnText',
  over: 'page.overText',
  full: 'page.fullText',
  closed: 'page.suspendedText',
  hidden: 'page.hiddenText',
} as const

/** What this reader can do with the lot now. */
export function NextAct({
  lot,
  today,
  state,
  reader,
}: {
  lot: LotView
  today: IsoDay
  state: LotState
  reader: Reader
}) {
  const t = useT(lots)
  const similar = (
    <ButtonLink look="secondary" wide to={`${paths.lots()}?materiau=${lot.material}`}>
      {t('page.similar')}
    </ButtonLink>
  )
  if (reader === 'owner') return <LotManage lot={lot} today={today} />
  if (state !== 'open') {
    return (
      <Notice title={t('page.closedTitle')} action={similar}>
        {t(CLOSED[state])}
      </Notice>
    )
  }
  if (reader === 'giver' || reader === 'follower') {
    return <Notice>{t(reader === 'giver' ? 'page.giverOnly' : 'page.otherRole')}</Notice>
  }
  return (
    <div className="flex flex-col gap-3">
      <ButtonLink main to={paths.newReservation(lot.id)} className="w-full text-lg">
        {t('page.reserve')}
      </ButtonLink>
      <p className="text-muted">
        {t('page.reserveText')} {reader === 'visitor' && t('page.reserveSignIn')}
      </p>
    </div>
  )
}

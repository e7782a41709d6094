import { Link } from '@remix-run/react'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { lotShares } from '~/messages/lot-shares'
import { useFormat, useT } from '~/ui/i18n'
import type { LotView } from '../model/lot'
import type { ShareView } from '../model/share'
import { RevokeForm, ShareForm } from './share-forms'
import { ShareLink } from './share-link'

/** The links of a lot on its page, for those who may edit it: those that are open, and the form for another. */
export function LotShares({
  lot,
  shares,
  newId,
}: {
  lot: LotView
  shares: readonly ShareView[]
  newId: string
}) {
  const t = useT(lotShares)
  const format = useFormat()
  return (
    <section
      aria-labelledby="shares"
      className="flex flex-col gap-3 border-t-4 border-edge pt-4"
      data-screen-only
    >
      <h2 id="shares" className="text-xl">
        {t('title')}
      </h2>
      <p>{lot.status === 'withdrawn' ? t('withdrawn') : t('lead')}</p>
      <ul className="flex flex-col gap-4 empty:hidden">
        {shares
          .filter(({ state }) => state === 'open')
          .map((share) => (
            <li key={share.id} className="flex flex-col gap-2 border-l-4 border-line pl-3">
              <ShareAddress share={share} title={lot.title} />
              <p className="text-sm text-muted">
                {t('until')} {format.day(isoDayOf(share.expiresAtMs))}
              </p>
              <RevokeForm lotId={lot.id} share={share} day={format.day(isoDayOf(share.createdAtMs))} />
            </li>
          ))}
      </ul>
      {lot.status !== 'withdrawn' && <ShareForm lotId={lot.id} newId={newId} />}
      {shares.length > 0 && (
        <p>
          <Link to={paths.lotShares(lot.id)} className="inline-flex min-h-11 items-center">
            {t('all')}
          </Link>
        </p>
      )}
    </section>
  )
}

/** The address of an open link; a sentence where it is no longer known. */
export function ShareAddress({ share, title }: { share: ShareView; title: string }) {
  const t = useT(lotShares)
  const format = useFormat()
  if (share.url === null) return <span className="text-muted">{t('lost')}</span>
  return <ShareLink url={share.url} title={title} day={format.day(isoDayOf(share.createdAtMs))} />
}

import { paths } from '~/core/paths'
import type { LotView } from '~/features/lots/model/lot'
import type { PairView } from '~/features/matching/model/pair-view'
import { PairCard } from '~/features/matching/ui/pair-card'
import { ProposalNote } from '~/features/matching/ui/proposal-note'
import type { NeedView } from '~/features/needs/model/need'
import type { NeedState } from '~/features/needs/model/need-state'
import type { PhotoView } from '~/features/photos/model/photo-view'
import { photoSourceOf } from '~/features/photos/ui/photo-source'
import { matching } from '~/messages/matching'
import { needs } from '~/messages/needs'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'

/** The lots that fit a need, best first, each with its reasons; or why none is proposed. */
export function LotsForNeed({
  need,
  state,
  pairs,
  isOwner,
}: {
  need: NeedView
  state: NeedState
  pairs: readonly { lot: LotView; view: PairView; photo: PhotoView | null }[]
  isOwner: boolean
}) {
  const t = useT(needs)
  const tMatching = useT(matching)
  const format = useFormat()
  if (state !== 'open') return <Notice tone="warning">{t(`manage.${state}Text`)}</Notice>
  if (pairs.length === 0) {
    return (
      <EmptyState
        title={t('lots.none')}
        actions={
          <ButtonLink to={`${paths.lots()}?materiau=${need.material}`} look="secondary">
            {t('lots.search')}
          </ButtonLink>
        }
      >
        {t('lots.noneText')}
      </EmptyState>
    )
  }
  return (
    <section aria-labelledby="lots-title" className="flex flex-col gap-5">
      <h2 id="lots-title">{t('lots.title')}</h2>
      <p>{t('lots.lead', { count: pairs.length })}</p>
      <ProposalNote />
      <ol className="flex flex-col gap-5">
        {pairs.map(({ lot, view, photo }, index) => (
          <li key={lot.id}>
            <PairCard
              pair={view}
              open={index === 0}
              side={{
                title: lot.title,
                to: paths.lot(lot.id),
                eyebrow: lot.reference,
                place: `${format.quantity(lot.availableMilli, lot.unit)} · ${lot.communeName} · ${lot.organisationName}`,
                photo: photo && photoSourceOf(photo, ''),
              }}
              actions={
                isOwner ? (
                  <ButtonLink to={paths.newReservation(lot.id, need.id)} wide>
                    {tMatching('reserveForNeed')}
                  </ButtonLink>
                ) : (
                  <ButtonLink to={paths.lot(lot.id)} look="secondary" wide>
                    {tMatching('seeLot')}
                  </ButtonLink>
                )
              }
            />
          </li>
        ))}
      </ol>
    </section>
  )
}

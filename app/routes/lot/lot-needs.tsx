import { paths } from '~/core/paths'
import type { LotView } from '~/features/lots/model/lot'
import { PairCard } from '~/features/matching/ui/pair-card'
import { ProposalNote } from '~/features/matching/ui/proposal-note'
import { lots } from '~/messages/lots'
import { materials } from '~/messages/materials'
import { ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import type { NeedPair } from './lot-page.server'

/** The needs this lot serves: those of others for its giver, their own for a taker. */
export function LotNeeds({
  reader,
  lot,
  pairs,
  canReserve,
}: {
  reader: 'owner' | 'taker'
  lot: LotView
  pairs: readonly NeedPair[]
  canReserve: boolean
}) {
  const t = useT(lots)
  const isOwner = reader === 'owner'
  return (
    <section id="besoins" aria-labelledby="needs-title" className="flex flex-col gap-5">
      <h2 id="needs-title">{t(isOwner ? 'page.needs' : 'page.yourNeeds')}</h2>
      {pairs.length > 0 ? (
        <ProposalNote />
      ) : (
        <p className="prose-width text-muted">{t(isOwner ? 'page.needsNone' : 'page.yourNeedsNone')}</p>
      )}
      <ul className="grid gap-5 lg:grid-cols-2">
        {pairs.map((pair) => (
          <li key={pair.need.id}>
            <NeedPairCard pair={pair} lotId={!isOwner && canReserve ? lot.id : null} />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <ButtonLink look="secondary" wide to={isOwner ? paths.needs() : paths.newNeed()}>
          {t(isOwner ? 'page.seeNeeds' : 'page.stateNeed')}
        </ButtonLink>
        {pairs.length > 0 && (
          <ButtonLink look="secondary" wide to={paths.matches()}>
            {t('page.seeMatches')}
          </ButtonLink>
        )}
      </div>
    </section>
  )
}

function NeedPairCard({ pair: { need, view }, lotId }: { pair: NeedPair; lotId: string | null }) {
  const t = useT(lots)
  const tMaterial = useT(materials)
  const format = useFormat()
  return (
    <PairCard
      pair={view}
      side={{
        title: need.title,
        to: paths.need(need.id),
        eyebrow: t('page.wants', {
          quantity: format.quantity(need.openMilli, need.unit),
          material: tMaterial(`type.${need.material}.short`),
          from: format.day(need.neededFrom),
          until: format.day(need.neededUntil),
        }),
        place: `${need.communeName}, ${need.organisationName}`,
      }}
      actions={
        lotId && (
          <ButtonLink wide to={paths.newReservation(lotId, need.id)}>
            {t('page.reserveFor')}
          </ButtonLink>
        )
      }
    />
  )
}

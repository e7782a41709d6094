import { paths } from '~/core/paths'
import type { NeedView } from '~/features/needs/model/need'
import type { ReservationView } from '~/features/reservations/model/reservation-view'
import { StatusBadge } from '~/features/reservations/ui/status-badge'
import { dashboard } from '~/messages/dashboard'
import { matching } from '~/messages/matching'
import { baskets } from '~/messages/baskets'
import { myNeeds } from '~/messages/my-needs'
import { Badge } from '~/ui/badge'
import { ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { PlusIcon } from '~/ui/icons'
import { Panel, Row, Rows } from './panel'

type Part<Item> = { total: number; shown: readonly Item[] }

/** The taker's open needs with the best lot of each. */
export function NeedsPanel({
  needs,
}: {
  needs: Part<{ need: NeedView; best: { title: string; score: number } | null }>
}) {
  const t = useT(dashboard)
  const tMatching = useT(matching)
  const tMine = useT(myNeeds)
  const tBaskets = useT(baskets)
  const format = useFormat()
  return (
    <Panel
      title={t('needs.title')}
      count={needs.total}
      actions={
        <>
          <ButtonLink to={paths.newNeed()}>
            <PlusIcon />
            {t('needs.state')}
          </ButtonLink>
          <ButtonLink to={paths.myNeeds()} look="secondary">
            {tMine('link')}
          </ButtonLink>
          <ButtonLink to={paths.baskets()} look="secondary">
            {tBaskets('title')}
          </ButtonLink>
          {needs.total > 0 && (
            <ButtonLink to={paths.matches()} look="secondary">
              {t('needs.pairs')}
            </ButtonLink>
          )}
        </>
      }
    >
      {needs.total === 0 && <p>{t('needs.none')}</p>}
      <Rows>
        {needs.shown.map(({ need, best }) => (
          <Row
            key={need.id}
            to={paths.need(need.id)}
            title={`${need.title}, ${format.quantity(need.openMilli, need.unit)}`}
            text={best ? t('needs.best', { title: best.title }) : t('needs.noMatch')}
            aside={best && <Badge>{tMatching('score.value', { score: format.number(best.score) })}</Badge>}
          />
        ))}
      </Rows>
    </Panel>
  )
}

/** The taker's reservations that wait for an answer or for the handover. */
export function ReservationsPanel({ reservations }: { reservations: Part<ReservationView> }) {
  const t = useT(dashboard)
  const format = useFormat()
  return (
    <Panel
      title={t('taken.title')}
      count={reservations.total}
      actions={
        <>
          <ButtonLink to={paths.reservations()} look={reservations.total > 0 ? 'action' : 'secondary'}>
            {t('requests.act')}
          </ButtonLink>
          <ButtonLink to={paths.lots()} look="secondary">
            {t('taken.search')}
          </ButtonLink>
        </>
      }
    >
      {reservations.total === 0 && <p>{t('taken.none')}</p>}
      <Rows>
        {reservations.shown.map((reservation) => (
          <Row
            key={reservation.id}
            to={paths.reservation(reservation.id)}
            title={reservation.lotTitle}
            text={t('taken.row', {
              quantity: format.quantity(reservation.quantityMilli, reservation.lotUnit),
              giver: reservation.giverName,
            })}
            aside={<StatusBadge status={reservation.status} />}
          />
        ))}
      </Rows>
    </Panel>
  )
}

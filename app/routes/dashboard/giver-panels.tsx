import type { IsoDay } from '~/core/days'
import { paths } from '~/core/paths'
import { isPressing } from '~/features/lots/model/lot-state'
import type { LotView } from '~/features/lots/model/lot'
import type { ReservationView } from '~/features/reservations/model/reservation-view'
import { dashboard } from '~/messages/dashboard'
import { myLots } from '~/messages/my-lots'
import { Badge } from '~/ui/badge'
import { ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { CameraIcon } from '~/ui/icons'
import { Panel, Row, Rows } from './panel'

type Part<Item> = { total: number; shown: readonly Item[] }

/** The giver's open lots, those that leave first on top. */
export function LotsPanel({ lots, today }: { lots: Part<LotView>; today: IsoDay }) {
  const t = useT(dashboard)
  const tMine = useT(myLots)
  const format = useFormat()
  return (
    <Panel
      title={t('lots.title')}
      count={lots.total}
      actions={
        <>
          <ButtonLink to={paths.newLot()}>
            <CameraIcon />
            {t('lots.publish')}
          </ButtonLink>
          <ButtonLink to={paths.myLots()} look="secondary">
            {tMine('link')}
          </ButtonLink>
          {lots.total > 0 && (
            <ButtonLink to={paths.matches()} look="secondary">
              {t('lots.best')}
            </ButtonLink>
          )}
        </>
      }
    >
      {lots.total === 0 && <p>{t('lots.none')}</p>}
      <Rows>
        {lots.shown.map((lot) => (
          <Row
            key={lot.id}
            to={paths.lot(lot.id)}
            title={lot.title}
            text={t('lots.row', {
              quantity: format.quantity(lot.availableMilli, lot.unit),
              commune: lot.communeName,
            })}
            aside={
              <Badge tone={isPressing(lot, today) ? 'mark' : 'plain'}>
                {t('lots.leaves', { when: format.relativeDay(lot.availableUntil, today) })}
              </Badge>
            }
          />
        ))}
      </Rows>
    </Panel>
  )
}

/** Accepted reservations of the giver's lots: handovers to arrange. */
export function HandoversPanel({ handovers }: { handovers: Part<ReservationView> }) {
  const t = useT(dashboard)
  const format = useFormat()
  return (
    <Panel
      title={t('given.title')}
      count={handovers.total}
      actions={
        <ButtonLink to={paths.reservations()} look="secondary">
          {t('requests.act')}
        </ButtonLink>
      }
    >
      {handovers.total === 0 && <p>{t('given.none')}</p>}
      <Rows>
        {handovers.shown.map((handover) => (
          <Row
            key={handover.id}
            to={paths.reservation(handover.id)}
            title={handover.lotTitle}
            text={t('given.row', {
              quantity: format.quantity(handover.quantityMilli, handover.lotUnit),
              taker: handover.takerName,
            })}
          />
        ))}
      </Rows>
    </Panel>
  )
}

import { Link } from '@remix-run/react'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { isHandedOver } from '~/core/reservation-status'
import { common } from '~/messages/common'
import { materials } from '~/messages/materials'
import { reservations } from '~/messages/reservations'
import { useFormat, useT } from '~/ui/i18n'
import { FactList } from '~/ui/tag-card'
import type { ReservationView } from '../model/reservation-view'

/** What was asked for: lot, need, quantity, mass, who, and the match it came from. */
export function ReservationFacts({
  view,
  expectedMassG,
  isLotReadable,
}: {
  view: ReservationView
  expectedMassG: number | null
  /** Whether the reader may open the lot. */
  isLotReadable: boolean
}) {
  const t = useT(reservations)
  const tCommon = useT(common)
  const tMaterial = useT(materials)
  const format = useFormat()
  const mass = expectedMassG === null ? null : format.mass(expectedMassG)
  const expectedMass =
    mass === null ? t('fact.massMissing') : view.lotMassEstimated ? t('fact.massEstimated', { mass }) : mass
  return (
    <FactList
      facts={[
        {
          term: t('fact.lot'),
          value: isLotReadable ? <Link to={paths.lot(view.lotId)}>{view.lotTitle}</Link> : view.lotTitle,
        },
        { term: tCommon('word.material'), value: tMaterial(`type.${view.material}.name`) },
        { term: t('fact.quantity'), value: format.quantity(view.quantityMilli, view.lotUnit) },
        ...(isHandedOver(view.status) ? [] : [{ term: t('fact.mass'), value: expectedMass }]),
        {
          term: t('fact.commune'),
          value: <Link to={paths.commune(view.lotCommuneCode)}>{view.lotCommuneName}</Link>,
        },
        { term: t('giver'), value: view.giverName },
        { term: t('taker'), value: view.takerName },
        ...(view.needId
          ? [{ term: t('fact.need'), value: <Link to={paths.need(view.needId)}>{view.needTitle}</Link> }]
          : []),
        ...(view.matchScore === null
          ? []
          : [{ term: t('fact.score'), value: t('fact.scoreOf', { score: view.matchScore }) }]),
        { term: t('fact.requestedOn'), value: format.dayLong(isoDayOf(view.createdAtMs)) },
        ...(view.message ? [{ term: t('fact.message'), value: view.message }] : []),
      ]}
    />
  )
}

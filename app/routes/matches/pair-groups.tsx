import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '~/core/paths'
import type { LotView } from '~/features/lots/model/lot'
import type { PairView } from '~/features/matching/model/pair-view'
import { PairCard } from '~/features/matching/ui/pair-card'
import type { NeedView } from '~/features/needs/model/need'
import type { PhotoView } from '~/features/photos/model/photo-view'
import { photoSourceOf } from '~/features/photos/ui/photo-source'
import { matching } from '~/messages/matching'
import { materials } from '~/messages/materials'
import { ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'

/** One of our needs with the lots that suit it best. */
export function NeedGroup({
  need,
  best,
}: {
  need: NeedView
  best: readonly { lot: LotView; view: PairView; photo: PhotoView | null }[]
}) {
  const t = useT(matching)
  const format = useFormat()
  return (
    <Group
      title={t('forNeed', { title: need.title })}
      subtitle={`${format.quantity(need.openMilli, need.unit)} · ${need.communeName}`}
      link={{ to: paths.need(need.id), text: t(best.length > 0 ? 'seeAllLots' : 'seeNeed') }}
      none={t('noLots')}
    >
      {best.map(({ lot, view, photo }) => (
        <li key={lot.id}>
          <PairCard
            pair={view}
            level="h4"
            side={{
              title: lot.title,
              to: paths.lot(lot.id),
              eyebrow: lot.reference,
              place: `${format.quantity(lot.availableMilli, lot.unit)} · ${lot.communeName} · ${lot.organisationName}`,
              photo: photo && photoSourceOf(photo, ''),
            }}
            actions={
              <ButtonLink to={paths.newReservation(lot.id, need.id)} wide>
                {t('reserveForNeed')}
              </ButtonLink>
            }
          />
        </li>
      ))}
    </Group>
  )
}

/** One of our lots with the needs that it suits best. */
export function LotGroup({
  lot,
  best,
}: {
  lot: LotView
  best: readonly { need: NeedView; view: PairView }[]
}) {
  const t = useT(matching)
  const tMaterial = useT(materials)
  const format = useFormat()
  return (
    <Group
      title={t('forLot', { title: lot.title })}
      subtitle={`${lot.reference} · ${format.quantity(lot.availableMilli, lot.unit)} · ${lot.communeName}`}
      link={{ to: paths.lot(lot.id), text: t('seeLot') }}
      none={t('noNeeds')}
    >
      {best.map(({ need, view }) => (
        <li key={need.id}>
          <PairCard
            pair={view}
            level="h4"
            side={{
              title: need.title,
              to: paths.need(need.id),
              eyebrow: tMaterial(`type.${need.material}.name`),
              place: `${format.quantity(need.openMilli, need.unit)} · ${need.communeName} · ${need.organisationName}`,
            }}
            actions={
              <ButtonLink to={paths.need(need.id)} look="secondary" wide>
                {t('seeNeed')}
              </ButtonLink>
            }
          />
        </li>
      ))}
    </Group>
  )
}

function Group({
  title,
  subtitle,
  link,
  none,
  children,
}: {
  title: string
  subtitle: string
  link: { to: string; text: string }
  none: string
  children: readonly ReactNode[]
}) {
  return (
    <div className="flex flex-col gap-4 border-t-2 border-edge pt-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <div>
          <h3 className="text-xl">{title}</h3>
          <p className="text-muted">{subtitle}</p>
        </div>
        <Link to={link.to} className="inline-flex min-h-11 items-center font-semibold">
          {link.text}
        </Link>
      </div>
      {children.length === 0 ? <p>{none}</p> : <ol className="flex flex-col gap-4">{children}</ol>}
    </div>
  )
}

import type { ReactNode } from 'react'
import { addDays } from '~/core/days'
import { paths } from '~/core/paths'
import type { PhotoView } from '~/features/photos/model/photo-view'
import { photoSourceOf } from '~/features/photos/ui/photo-source'
import { interfaceTexts } from '~/messages/interface'
import { lots } from '~/messages/lots'
import { materials } from '~/messages/materials'
import { Badge } from '~/ui/badge'
import { useFormat, useT } from '~/ui/i18n'
import { TagCard } from '~/ui/tag-card'
import type { LotView } from '../model/lot'
import { isPressing, lotStateOf } from '../model/lot-state'
import { LotPrice } from './lot-price'

/** A lot in a list, as its site tag. `near` adds the distance from the commune searched around. */
export function LotTag({
  lot,
  photo,
  today,
  near,
  priority,
  level,
  acts,
}: {
  lot: LotView
  photo: PhotoView | null
  today: string
  near?: { km: number; from: string }
  priority?: boolean
  level?: 'h2' | 'h3'
  /** What can be done with it from the list. */
  acts?: ReactNode
}) {
  const t = useT(lots)
  const tMaterial = useT(materials)
  const tag = useT(interfaceTexts)
  const format = useFormat()
  const state = lotStateOf(lot, today)
  const leaves = format.relativeDay(lot.availableUntil, today)
  const dates =
    lot.availableFrom > today
      ? format.dayRange({ from: lot.availableFrom, until: lot.availableUntil })
      : t('page.until', { day: format.dayLong(addDays(lot.availableUntil, -1)) })
  return (
    <TagCard
      reference={lot.reference}
      title={lot.title}
      to={paths.lot(lot.id)}
      photo={photo && photoSourceOf(photo, '')}
      sizes="(min-width: 64rem) 24rem, (min-width: 40rem) 50vw, 100vw"
      priority={priority}
      level={level}
      footer={acts}
      badges={state !== 'open' && <Badge tone="warning">{t(`status.${state}`)}</Badge>}
      deadline={state === 'open' && isPressing(lot, today) && tag('tag.leaves', { when: leaves })}
      facts={[
        { term: t('fact.material'), value: tMaterial(`type.${lot.material}.name`) },
        { term: t('fact.free'), value: format.quantity(lot.availableMilli, lot.unit) },
        {
          term: t('fact.commune'),
          value:
            near && near.km > 0
              ? t('fact.distance', { commune: lot.communeName, km: format.km(near.km), from: near.from })
              : lot.communeName,
        },
        { term: t('fact.price'), value: <LotPrice lot={lot} /> },
        ...(isPressing(lot, today) ? [] : [{ term: t('fact.dates'), value: dates }]),
      ]}
    />
  )
}

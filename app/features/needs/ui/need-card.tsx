import { Link } from '@remix-run/react'
import type { IsoDay } from '~/core/days'
import { paths } from '~/core/paths'
import { materials } from '~/messages/materials'
import { needs } from '~/messages/needs'
import { Badge } from '~/ui/badge'
import { useFormat, useT } from '~/ui/i18n'
import { TapeRule } from '~/ui/marks'
import type { NeedView } from '../model/need'
import { isNeedPressing, needStateOf } from '../model/need-state'
import { NeedFacts } from './need-facts'

/** A need in a list: what, how much, where, and by when. `near` adds the distance from the commune searched around. */
export function NeedCard({
  need,
  today,
  near,
  level: Heading = 'h2',
}: {
  need: NeedView
  today: IsoDay
  near?: { km: number; from: string }
  level?: 'h2' | 'h3'
}) {
  const t = useT(needs)
  const tMaterial = useT(materials)
  const format = useFormat()
  const state = needStateOf(need, today)
  return (
    <article className="tag h-full">
      <div className="tag-head">
        <span className="hole" aria-hidden />
        <p className="reference text-xl whitespace-normal">{format.quantity(need.openMilli, need.unit)}</p>
        <div className="ml-auto">
          <Badge>{state === 'open' ? tMaterial(`type.${need.material}.short`) : t(`status.${state}`)}</Badge>
        </div>
      </div>
      <TapeRule thin />
      <div className="flex grow flex-col gap-3 p-4">
        <Heading className="text-xl">
          <Link to={paths.need(need.id)} className="tag-link text-ink no-underline">
            {need.title}
          </Link>
        </Heading>
        <NeedFacts need={need} near={near} brief />
        {state === 'open' && (
          <p className="mt-auto">
            <Badge tone={isNeedPressing(need, today) ? 'mark' : 'plain'}>
              {t('deadline', { when: format.relativeDay(need.neededUntil, today) })}
            </Badge>
          </p>
        )}
      </div>
    </article>
  )
}

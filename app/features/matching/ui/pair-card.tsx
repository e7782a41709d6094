import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { matching } from '~/messages/matching'
import { useT } from '~/ui/i18n'
import { Photo, type PhotoSource } from '~/ui/photo'
import { FactList, type TagFact } from '~/ui/tag-card'
import type { PairView } from '../model/pair-view'
import { ReasonBars } from './reason-bars'
import { ReasonChips } from './reason-chips'
import { ScoreBadge } from './score-badge'

export type PairSide = {
  title: string
  to: string
  /** A lot's reference, or the material of a need. */
  eyebrow: string
  /** Commune and organisation. */
  place: string
  facts?: readonly TagFact[]
  /** `null` keeps the place of a photo; left out, the card has none. */
  photo?: PhotoSource | null
}

/** The other side of a pair with its score, its reasons, and what can be done about it. */
export function PairCard({
  pair,
  side,
  actions,
  head,
  more,
  open = false,
  level: Heading = 'h3',
}: {
  pair: PairView
  side: PairSide
  actions?: ReactNode
  /** What presses, and the own side of the pair: above everything. */
  head?: ReactNode
  /** What a reader may unfold below the reasons. */
  more?: ReactNode
  /** Shows the reason bars at once rather than on demand. */
  open?: boolean
  level?: 'h2' | 'h3' | 'h4'
}) {
  const t = useT(matching)
  const hasPhoto = side.photo !== undefined
  return (
    <article className={hasPhoto ? 'overflow-hidden rounded-md border-2 border-edge bg-card' : 'tag'}>
      {head && <div className="border-b-2 border-edge px-4 py-3 lg:px-5">{head}</div>}
      <div className={hasPhoto ? 'grid lg:grid-cols-[17rem_1fr]' : ''}>
        {side.photo !== undefined && (
          <div className="border-b-2 border-edge lg:border-r-2 lg:border-b-0 lg:[&_.frame]:aspect-auto lg:[&_.frame]:h-full lg:[&_.frame]:min-h-44 lg:[&_figure]:h-full lg:[&_img]:absolute lg:[&_img]:inset-0">
            <Photo photo={side.photo} sizes="(min-width: 64rem) 17rem, 100vw" rule={false} />
          </div>
        )}
        <div className="flex min-w-0 flex-col gap-4 p-4 lg:p-5">
          <div className="grid grid-cols-[1fr_auto] items-start gap-x-6 gap-y-1">
            <p className="self-end font-semibold text-muted lg:self-start">{side.eyebrow}</p>
            <div className="lg:row-span-3">
              <ScoreBadge score={pair.score} />
            </div>
            <Heading className="col-span-2 mt-1 text-xl lg:col-span-1 lg:mt-0">
              <Link to={side.to} className="text-ink">
                {side.title}
              </Link>
            </Heading>
            <p className="col-span-2 lg:col-span-1">{side.place}</p>
          </div>
          {side.facts && <FactList facts={side.facts} />}
          <ReasonChips pair={pair} />
          {actions && <div className="mt-auto flex flex-wrap gap-3">{actions}</div>}
        </div>
      </div>
      <details open={open} className="border-t-2 border-edge px-4 lg:px-5">
        <summary>{t('why')}</summary>
        <div className="pt-2 pb-5">
          <ReasonBars pair={pair} />
        </div>
      </details>
      {more}
    </article>
  )
}

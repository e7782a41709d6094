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
  open = false,
  level: Heading = 'h3',
}: {
  pair: PairView
  side: PairSide
  actions?: ReactNode
  /** Shows the reason bars at once rather than on demand. */
  open?: boolean
  level?: 'h2' | 'h3' | 'h4'
}) {
  const t = useT(matching)
  const hasPhoto = side.photo !== undefined
  return (
    <article className="tag overflow-hidden">
      <div className={hasPhoto ? 'grid lg:grid-cols-[18rem_1fr]' : ''}>
        {side.photo !== undefined && (
          <div className="border-b-2 border-edge lg:border-r-2 lg:border-b-0">
            <Photo photo={side.photo} sizes="(min-width: 64rem) 18rem, 100vw" />
          </div>
        )}
        <div className="flex min-w-0 flex-col gap-4 p-4 lg:p-5">
          <div className="flex flex-wrap-reverse items-start justify-between gap-x-6 gap-y-3">
            <div className="min-w-0 flex-1 basis-52">
              <p className="font-semibold text-muted">{side.eyebrow}</p>
              <Heading className="text-xl">
                <Link to={side.to} className="text-ink">
                  {side.title}
                </Link>
              </Heading>
              <p>{side.place}</p>
            </div>
            <ScoreBadge score={pair.score} />
          </div>
          {side.facts && <FactList facts={side.facts} />}
          <ReasonChips pair={pair} />
          <details open={open}>
            <summary>{t('why')}</summary>
            <div className="pt-2">
              <ReasonBars pair={pair} />
            </div>
          </details>
          {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
        </div>
      </div>
    </article>
  )
}

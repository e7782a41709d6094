import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { TapeRule } from './marks'
import { Photo, type PhotoSource } from './photo'

export type TagFact = { term: string; value: ReactNode }

/**
 * The «fiche de dépose»: a tag with its punched hole, big reference, photo over a tape rule, and the facts of the lot.
 * The title's link covers the tag; what stands in `footer` stays clickable above it.
 */
export function TagCard({
  reference,
  title,
  to,
  photo,
  sizes = '(min-width: 64rem) 24rem, 100vw',
  priority,
  badges,
  deadline,
  facts = [],
  footer,
  level: Heading = 'h3',
}: {
  reference: string
  title: ReactNode
  to?: string
  /** `null` keeps the place of a photo; left out, the tag has none. */
  photo?: PhotoSource | null
  sizes?: string
  priority?: boolean
  badges?: ReactNode
  /** What presses: «Part à la benne dans 9 jours»; written on marking yellow. */
  deadline?: ReactNode
  facts?: readonly TagFact[]
  footer?: ReactNode
  level?: 'h2' | 'h3'
}) {
  return (
    <article className="tag h-full">
      <div className="tag-head">
        <span className="hole" aria-hidden />
        <p className="reference text-2xl">{reference}</p>
        {badges && <div className="tag-aside ml-auto flex flex-wrap justify-end gap-1.5">{badges}</div>}
      </div>
      {photo === undefined ? (
        <TapeRule />
      ) : (
        <div className="border-t-2 border-edge">
          <Photo photo={photo} sizes={sizes} priority={priority} />
        </div>
      )}
      <div className="flex grow flex-col gap-3 p-4">
        <Heading className="text-xl">
          {to ? (
            <Link to={to} className="tag-link text-ink no-underline">
              {title}
            </Link>
          ) : (
            title
          )}
        </Heading>
        <FactList facts={facts} />
        {deadline && (
          <p className="mt-auto self-start rounded-sm bg-mark px-2 py-0.5 font-semibold text-on-mark">
            {deadline}
          </p>
        )}
        {footer && <div className="tag-aside flex flex-wrap items-center gap-2">{footer}</div>}
      </div>
    </article>
  )
}

/** Terms and values in two aligned columns; also for the page of a lot. */
export function FactList({ facts }: { facts: readonly TagFact[] }) {
  if (facts.length === 0) return null
  return (
    <dl className="grid grid-cols-[fit-content(min(8rem,36%))_minmax(0,1fr)] gap-x-4 gap-y-1">
      {facts.map(({ term, value }) => (
        <div key={term} className="contents">
          <dt className="text-muted">{term}</dt>
          <dd className="font-semibold wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

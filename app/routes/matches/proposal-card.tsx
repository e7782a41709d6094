import { Link } from '@remix-run/react'
import type { SubmissionResult } from '@conform-to/react'
import type { IsoDay } from '~/core/days'
import { paths } from '~/core/paths'
import { TRUCK_TEXTS } from '~/features/carbon/model/truck-texts'
import type { PairHaul } from '~/features/matching/model/pair-haul'
import { daysLeft, isUrgent } from '~/features/matching/model/proposal'
import { HaulDetails } from '~/features/matching/ui/haul-details'
import { PairCard, type PairSide } from '~/features/matching/ui/pair-card'
import { photoSourceOf } from '~/features/photos/ui/photo-source'
import type { ListedPair } from '~/http/pair-board.server'
import { materials } from '~/messages/materials'
import { pairHaul } from '~/messages/pair-haul'
import { proposals } from '~/messages/proposals'
import { Badge } from '~/ui/badge'
import { Co2e } from '~/ui/co2e'
import { ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { RichText } from '~/ui/rich-text'
import { Exchanges } from './exchanges'
import { ContactForm, DismissForm } from './pair-forms'

/** From this many days before its end, a pair counts them. */
const COUNTED_DAYS = 60

/** A proposed pair with why, its trip, and what can be done: reserve, write, set aside. */
export function ProposalCard({
  pair,
  today,
  lastResult,
}: {
  pair: ListedPair
  today: IsoDay
  lastResult: SubmissionResult<string[]> | undefined
}) {
  const t = useT(proposals)
  const tHaul = useT(pairHaul)
  const side = useOtherSide(pair)
  const { view, haul, lot, need } = pair
  if (!view) return null
  return (
    <div id={`pair-${pair.id}`}>
      <PairCard
        pair={view}
        level="h2"
        side={side}
        head={<Head pair={pair} today={today} />}
        actions={
          pair.side === 'taker' && (
            <ButtonLink to={paths.newReservation(lot.id, need.id)} wide>
              {t('reserve')}
            </ButtonLink>
          )
        }
        more={
          <>
            {haul && (
              <details className="border-t-2 border-edge px-4 lg:px-5">
                <summary>
                  {tHaul('title')}
                  <TripInShort haul={haul} />
                </summary>
                <div className="pt-2 pb-5">
                  <HaulDetails haul={haul} />
                </div>
              </details>
            )}
            <Exchanges pair={pair} />
            <ContactForm pair={pair} lastResult={lastResult} />
            <DismissForm pair={pair} lastResult={lastResult} />
            <p className="border-t-2 border-edge px-4 lg:px-5">
              <Link to={paths.matchReplay(pair.id)} className="inline-flex min-h-11 items-center">
                {t('replay')}
              </Link>
            </p>
          </>
        }
      />
    </div>
  )
}

/** The trip that is reckoned with, before one unfolds the others. */
function TripInShort({ haul: { options, chosen, road } }: { haul: PairHaul }) {
  const t = useT(pairHaul)
  const format = useFormat()
  const taken = options.find(({ truck }) => truck === chosen)
  if (!taken) return <span className="font-normal text-muted"> · {format.km(road.meanKm)}</span>
  return (
    <span className="font-normal text-muted">
      {' · '}
      {t(`truck.${TRUCK_TEXTS[taken.truck]}`)}, {t('tripCount', { count: taken.trips })},{' '}
      <Co2e kg={taken.meanG / 1000} />
    </span>
  )
}

/** The other side of the pair as its card names it; the photo is the lot's on both sides. */
function useOtherSide({ side, lot, need, photo }: ListedPair): PairSide {
  const tMaterials = useT(materials)
  const format = useFormat()
  const shown = photo && photoSourceOf(photo, '')
  if (side === 'taker') {
    const quantity = format.quantity(lot.availableMilli, lot.unit)
    return {
      title: lot.title,
      to: paths.lot(lot.id),
      eyebrow: lot.reference,
      place: `${quantity} · ${lot.communeName} · ${lot.organisationName}`,
      photo: shown,
    }
  }
  return {
    title: need.title,
    to: paths.need(need.id),
    eyebrow: tMaterials(`type.${need.material}.name`),
    place: `${format.quantity(need.openMilli, need.unit)} · ${need.communeName} · ${need.organisationName}`,
    photo: shown,
  }
}

function Head({ pair, today }: { pair: ListedPair; today: IsoDay }) {
  const t = useT(proposals)
  const format = useFormat()
  const { side, lot, need, deadline } = pair
  const own =
    side === 'giver'
      ? {
          title: `${lot.title} (${lot.reference})`,
          to: paths.lot(lot.id),
          quantity: format.quantity(lot.availableMilli, lot.unit),
          commune: lot.communeName,
        }
      : {
          title: need.title,
          to: paths.need(need.id),
          quantity: format.quantity(need.openMilli, need.unit),
          commune: need.communeName,
        }
  const urgent = isUrgent(deadline.on, today)
  const count = daysLeft(deadline.on, today)
  const isNear = count <= COUNTED_DAYS
  const day = isNear ? format.dayShort(deadline.on) : format.dayLong(deadline.on)
  const what = t(`deadline.${deadline.by}`, { day })
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-2">
        {urgent && <Badge tone="danger">{t('urgent')}</Badge>}
        <span
          className={
            urgent ? 'rounded-sm bg-mark px-2 py-0.5 font-semibold text-on-mark' : 'font-semibold text-muted'
          }
        >
          {isNear ? t('deadline.left', { count, what }) : what}
        </span>
      </p>
      <p>
        <RichText
          text={t(`ours.${side}`, { ...own, title: own.title.replaceAll('<', '‹') })}
          spans={{ link: (content) => <Link to={own.to}>{content}</Link> }}
        />
      </p>
    </div>
  )
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { replayComputations, scorePairToday } from '~/features/matching/queries/replay.server'
import { ProposalNote } from '~/features/matching/ui/proposal-note'
import { can } from '~/features/organisations/model/permissions'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { requireReplayedPair } from '~/http/replayed-pair.server'
import { matchReplay } from '~/messages/match-replay'
import { ButtonLink } from '~/ui/button'
import { CsvLink } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { FactList } from '~/ui/tag-card'
import { ComputationCard } from './computation-card'
import { TodayScore } from './today-score'

/** Computations that the page shows; the files hold them all. */
const SHOWN = 20

export const meta: MetaFunction = pageTitle(matchReplay, 'title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const pair = await requireReplayedPair(request, params.pairId)
  const actor = await requireActor(request)
  const [computations, today] = await Promise.all([
    replayComputations(pair.id, SHOWN + 1),
    scorePairToday(pair),
  ])
  return {
    pair,
    computations: computations.slice(0, SHOWN),
    isBounded: computations.length > SHOWN,
    today,
    hasMatches: can(actor, 'match:read'),
  }
}

export default function MatchReplay() {
  const t = useT(matchReplay)
  const format = useFormat()
  const { pair, computations, isBounded, today, hasMatches } = useLoaderData<typeof loader>()
  return (
    <div className="flex min-w-0 flex-col gap-10">
      <PageHeader title={t('title')} lead={t('lead')} />
      <FactList
        facts={[
          {
            term: t('facts.lot'),
            value: (
              <Link to={paths.lot(pair.lotId)}>
                {pair.lotTitle} ({pair.lotReference})
              </Link>
            ),
          },
          {
            term: t('facts.need'),
            value: <Link to={paths.need(pair.needId)}>{pair.needTitle}</Link>,
          },
          { term: t('facts.giver'), value: pair.giverName },
          { term: t('facts.taker'), value: pair.takerName },
          { term: t('facts.origin'), value: t(`origin.${pair.origin}`) },
          { term: t('facts.proposed'), value: format.instant(pair.proposedAtMs) },
        ]}
      />
      <ProposalNote />
      <TodayScore today={today} keptCenti={computations[0]?.scoreCenti ?? null} />
      <section aria-labelledby="kept-title" className="flex min-w-0 flex-col gap-6">
        <h2 id="kept-title">{t('kept.title')}</h2>
        {computations.length === 0 && <p>{t('kept.none')}</p>}
        {isBounded && <p>{t('kept.bounded', { count: SHOWN })}</p>}
        <ol className="flex flex-col gap-6">
          {computations.map((computation) => (
            <li key={computation.id}>
              <ComputationCard {...computation} />
            </li>
          ))}
        </ol>
        <CsvLink href={paths.matchReplayCsv(pair.id)} />
        <p data-screen-only>
          <a
            href={paths.matchReplayJson(pair.id)}
            className="inline-flex min-h-11 items-center font-semibold"
          >
            {t('export.json')}
          </a>
        </p>
      </section>
      <p className="flex flex-wrap gap-3" data-screen-only>
        {hasMatches && <ButtonLink to={paths.matches()}>{t('next.matches')}</ButtonLink>}
        <ButtonLink to={paths.algorithms('matching')} look="secondary">
          {t('next.register')}
        </ButtonLink>
      </p>
    </div>
  )
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { listPairsOf } from '~/features/matching/queries.server'
import { ProposalNote } from '~/features/matching/ui/proposal-note'
import { can } from '~/features/organisations/model/permissions'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { matching } from '~/messages/matching'
import { ButtonLink } from '~/ui/button'
import { CsvLink } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { LotGroup, NeedGroup } from './pair-groups'

/** Own lots and needs compared at most, newest first, and pairs shown for each. */
const BOUNDS = { newest: 30, each: 3 }

export const meta: MetaFunction = pageTitle(matching, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'match:read')
  const pairs = await listPairsOf(actor.organisationId, BOUNDS)
  const photos = await listPhotosOfLots(pairs.needs.flatMap(({ best }) => best.map(({ item }) => item.id)))
  return {
    needs: pairs.needs.map(({ need, best }) => ({
      need,
      best: best.map(({ item, view }) => ({ lot: item, view, photo: photos.get(item.id)?.[0] ?? null })),
    })),
    lots: pairs.lots.map(({ lot, best }) => ({
      lot,
      best: best.map(({ item, view }) => ({ need: item, view })),
    })),
    mayPublish: can(actor, 'lot:create'),
    mayState: can(actor, 'need:create'),
  }
}

export default function Matches() {
  const t = useT(matching)
  const { needs, lots, mayPublish, mayState } = useLoaderData<typeof loader>()
  const actions = (
    <>
      {mayPublish && <ButtonLink to={paths.newLot()}>{t('publish')}</ButtonLink>}
      {mayState && (
        <ButtonLink to={paths.newNeed()} look={mayPublish ? 'secondary' : 'action'}>
          {t('stateNeed')}
        </ButtonLink>
      )}
    </>
  )
  if (needs.length + lots.length === 0) {
    return (
      <>
        <PageHeader title={t('title')} lead={t('lead')} />
        <EmptyState title={t('empty.title')} actions={actions}>
          {t('empty.text')}
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="flex flex-col gap-12">
        <ProposalNote />
        {needs.length > 0 && (
          <section aria-labelledby="for-needs" className="flex flex-col gap-8">
            <h2 id="for-needs">{t('forNeeds')}</h2>
            {needs.map((group) => (
              <NeedGroup key={group.need.id} {...group} />
            ))}
          </section>
        )}
        {lots.length > 0 && (
          <section aria-labelledby="for-lots" className="flex flex-col gap-8">
            <h2 id="for-lots">{t('forLots')}</h2>
            {lots.map((group) => (
              <LotGroup key={group.lot.id} {...group} />
            ))}
          </section>
        )}
        <div>
          {Math.max(needs.length, lots.length) >= BOUNDS.newest && (
            <p className="text-muted">{t('bounded', { count: BOUNDS.newest })}</p>
          )}
          <CsvLink href={paths.matchesCsv()} />
        </div>
      </div>
    </>
  )
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { lotStateOf } from '~/features/lots/model/lot-state'
import { completeness, listOf, textOf } from '~/features/lots/model/posting-answers'
import { askedShelf, shelfOf, SHELVES, type Shelf } from '~/features/lots/model/shelves'
import { listLotsOf } from '~/features/lots/queries.server'
import { countDraftsOf, listDraftsOf } from '~/features/lots/queries/drafts.server'
import { listDecisionsInForce } from '~/features/moderation/queries/cases.server'
import { listPhotosOf } from '~/features/photos/queries.server'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { labels } from '~/messages/labels'
import { myLots } from '~/messages/my-lots'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { ScanIcon } from '~/ui/icons'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { DraftList } from './draft-list'
import { LotTable } from './lot-table'

export const meta: MetaFunction = pageTitle(myLots, 'title')

const DONE = ['enregistre', 'supprime', 'pause', 'reprise', 'retrait'] as const

/** Drafts of one page. */
const DRAFTS_SHOWN = 60

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'lot:manage')
  const search = new URL(request.url).searchParams
  const shelf = askedShelf(search.get('etat'))
  const today = isoDayOf(nowMs())
  const draftCount = await countDraftsOf(actor.organisationId)
  const pages = Math.max(1, Math.ceil(draftCount / DRAFTS_SHOWN))
  const page = Math.min(pages, Math.max(1, Math.floor(Number(search.get('page'))) || 1))
  const drafts = await listDraftsOf(actor.organisationId, { size: DRAFTS_SHOWN, number: page })
  const lots = (await listLotsOf(actor.organisationId)).map((lot) => ({
    lot,
    state: lotStateOf(lot, today),
  }))
  const onShelf = (one: Shelf) => lots.filter(({ state }) => shelfOf(state) === one)
  const firstPhotos = drafts.flatMap(({ answers }) => listOf(answers, 'photoIds').slice(0, 1))
  const photos = await listPhotosOf(actor.organisationId, firstPhotos)
  return {
    today,
    shelf,
    ...{ page, pages },
    counts: SHELVES.map((one) => ({
      shelf: one,
      count: one === 'brouillons' ? draftCount : onShelf(one).length,
    })),
    lots: onShelf(shelf),
    decisions: Object.fromEntries(await listDecisionsInForce('lot', actor.organisationId)),
    drafts: drafts.map(({ id, answers, updatedAtMs }) => ({
      id,
      updatedAtMs,
      title: textOf(answers, 'title'),
      material: textOf(answers, 'material'),
      ...completeness(answers),
      photo: photos.find((photo) => photo.id === listOf(answers, 'photoIds')[0]) ?? null,
    })),
    done: DONE.find((one) => one === search.get('fait')) ?? null,
  }
}

export default function MyLots() {
  const t = useT(myLots)
  const tLabels = useT(labels)
  const { today, shelf, counts, lots, decisions, drafts, page, pages, done } = useLoaderData<typeof loader>()
  const isEmpty = shelf === 'brouillons' ? drafts.length === 0 : lots.length === 0
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <ButtonLink to={paths.scanner()} look="secondary" wide>
              <ScanIcon />
              {tLabels('blanks.scan')}
            </ButtonLink>
            <ButtonLink to={paths.labels()} look="secondary" wide>
              {tLabels('blanks.title')}
            </ButtonLink>
          </>
        }
      />
      {done && <Notice tone="success" live title={t(`done.${done}`)} />}
      <nav aria-label={t('filters')}>
        <ul className="flex flex-wrap gap-2">
          {counts.map(({ shelf: one, count }) => (
            <li key={one}>
              <Link to={paths.myLots(one)} className="chip" aria-current={one === shelf ? 'page' : undefined}>
                {t(`shelf.${one}`, { count })}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {isEmpty && (
        <EmptyState title={t('none')} actions={<ButtonLink to={paths.newLot()}>{t('publish')}</ButtonLink>}>
          {t('noneText')}
        </EmptyState>
      )}
      {!isEmpty && shelf === 'brouillons' && (
        <>
          <DraftList drafts={drafts} />
          <Pagination
            page={page}
            pages={pages}
            hrefOf={(number) => `${paths.myLots('brouillons')}&page=${number}`}
          />
        </>
      )}
      {!isEmpty && shelf !== 'brouillons' && <LotTable {...{ lots, decisions, shelf, today }} />}
    </div>
  )
}

import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { changeLotStatus } from '~/features/lots/commands/change-lot-status.server'
import type { LotStatus } from '~/features/lots/model/lot'
import { askedShelf } from '~/features/lots/model/shelves'
import { findLot, findVisibleLot } from '~/features/lots/queries.server'
import { lotStatusSchema } from '~/features/lots/schema'
import { HandlingNearby } from '~/features/directory/ui/handling-nearby'
import { LotDetails } from '~/features/lots/ui/lot-details'
import { NearMisses } from '~/features/matching/ui/near-misses'
import { withdrawLot } from '~/features/reservations/commands/withdraw-lot.server'
import { LotDone, type LotAct } from '~/features/lots/ui/lot-done'
import { LotGallery } from '~/features/lots/ui/lot-gallery'
import { LotSheet } from '~/features/lots/ui/lot-sheet'
import { SimilarLots } from '~/features/lots/ui/similar-lots'
import { LotStages } from '~/features/lots/ui/lot-stage'
import { optionalActor, requireActor, requireRight } from '~/http/actor.server'
import { lotViewerOf } from '~/http/lot-viewer.server'
import { localeOf } from '~/http/locale.server'
import { localised } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { orNotFound } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { myLots } from '~/messages/my-lots'
import { lotPaper } from '~/messages/lot-paper'
import { lots as lotTexts } from '~/messages/lots'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { LotCarbon } from './lot-carbon'
import { BoundLabel, LotLabel } from './lot-label'
import { readLotLabels } from './lot-label.server'
import { LotNeeds } from './lot-needs'
import { NextAct } from './next-act'
import { readLotPage } from './lot-page.server'

export const meta: MetaFunction<typeof loader> = (args) => {
  const title = args.data
    ? `${args.data.lot.title} (${args.data.lot.reference})`
    : localised(args, lotTexts)('search.title')
  return [{ title: `${title} – Gisement` }]
}

/** What the address says was just done: `?fait=publie`. */
const ACTS = ['publie', 'modifie', 'pause', 'reprise', 'retrait'] as const satisfies readonly LotAct[]
const ACT_OF = { published: 'reprise', paused: 'pause', withdrawn: 'retrait' } as const satisfies Record<
  LotStatus,
  LotAct
>

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lot = orNotFound(await findVisibleLot(params.lotId ?? '', await lotViewerOf(request)))
  const page = await readLotPage(lot, await optionalActor(request), await lotViewerOf(request))
  const asked = new URL(request.url).searchParams.get('fait')
  const isOwner = page.reader === 'owner'
  const label = isOwner ? await readLotLabels(lot.id, request) : null
  return { ...page, label, done: (isOwner && ACTS.find((act) => act === asked)) || null }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'lot:manage')
  const lot = orNotFound(await findLot(params.lotId ?? ''))
  requireRight(actor, 'lot:manage', { ownerOrganisationIds: [lot.organisationId] })
  const form = await parseForm(request, lotStatusSchema)
  if (!form.ok) return form.reply
  const { status } = form.value
  const reason = translator(await localeOf(request), myLots)('withdrawReason')
  const changed = await (status === 'withdrawn'
    ? withdrawLot({ actor, lotId: lot.id, reason })
    : changeLotStatus({ actor, lotId: lot.id, status }))
  if (!changed.ok) return form.refuse(changed.error)
  const shelf = new URL(request.url).searchParams.get('etat')
  return redirect(
    shelf === null
      ? `${paths.lot(lot.id)}?fait=${ACT_OF[status]}`
      : paths.myLots(askedShelf(shelf), ACT_OF[status]),
  )
}

export default function Lot() {
  const t = useT(lotTexts)
  const tPaper = useT(lotPaper)
  const {
    lot,
    today,
    state,
    reader,
    photos,
    pairs,
    near,
    carbon,
    documents,
    similar,
    territoryName,
    handling,
    done,
    label,
  } = useLoaderData<typeof loader>()
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={lot.title}
        eyebrow={t('page.eyebrow', { reference: lot.reference })}
        back={{ to: paths.lots(), label: t('page.back') }}
      />
      {done && <LotDone act={done} hasNeeds={pairs.length > 0} siteId={lot.siteId} />}
      {label && <BoundLabel bound={label.bound} />}
      <div className="grid items-start gap-8 lg:grid-cols-[7fr_5fr]">
        <div className="flex min-w-0 flex-col gap-8">
          <LotGallery title={lot.title} photos={photos} />
          <section aria-labelledby="description" className="hidden flex-col gap-3 lg:flex">
            <Description text={lot.description} id="description" />
          </section>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <LotSheet lot={lot} today={today} state={state} />
          <NextAct lot={lot} today={today} state={state} reader={reader} />
          <ButtonLink to={paths.lotPdf(lot.id)} reloadDocument look="secondary" wide>
            {tPaper('download')}
          </ButtonLink>
          {label && <LotLabel lotId={lot.id} first={label.first} pieces={label.pieces} />}
          {reader === 'owner' && <LotStages lot={lot} today={today} territoryName={territoryName} />}
          <section aria-labelledby="description-phone" className="flex flex-col gap-3 lg:hidden">
            <Description text={lot.description} id="description-phone" />
          </section>
          <LotCarbon carbon={carbon} />
        </div>
      </div>
      <LotDetails lot={lot} documents={documents} />
      {(reader === 'owner' || reader === 'taker') && state !== 'withdrawn' && state !== 'over' && (
        <LotNeeds reader={reader} lot={lot} pairs={pairs} canReserve={state === 'open'} />
      )}
      <NearMisses of="needs" misses={near} />
      <HandlingNearby commune={{ code: lot.communeCode, name: lot.communeName }} places={handling} />
      <SimilarLots of={lot} lots={similar} today={today} />
      {reader !== 'owner' && (
        <p>
          <Link to={paths.contact(`?lot=${lot.id}`)} className="inline-flex min-h-11 items-center">
            {t('page.report')}
          </Link>
        </p>
      )}
    </div>
  )
}

function Description({ text, id }: { text: string; id: string }) {
  const t = useT(lotTexts)
  return (
    <>
      <h2 id={id}>{t('page.description')}</h2>
      <p className={`prose-width whitespace-pre-line ${text ? '' : 'text-muted'}`}>
        {text || t('page.noDescription')}
      </p>
    </>
  )
}

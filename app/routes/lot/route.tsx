import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { changeLotStatus } from '~/features/lots/commands/change-lot-status.server'
import type { LotStatus } from '~/features/lots/model/lot'
import { askedShelf } from '~/features/lots/model/shelves'
import { findLot, findVisibleLot } from '~/features/lots/queries.server'
import { listShares } from '~/features/lots/queries/shares.server'
import { lotStatusSchema } from '~/features/lots/schema'
import { CriteriaShown } from '~/features/attribution/ui/criteria-shown'
import { listSightings } from '~/features/faces/queries.server'
import { HandlingNearby } from '~/features/directory/ui/handling-nearby'
import { paperAddressOf } from '~/features/labels/paper-address.server'
import { PaperFoot } from '~/features/labels/ui/paper-address'
import { KeepButton } from '~/features/keep/ui/keep-button'
import { LotDescription } from '~/features/lots/ui/lot-description'
import { LotDetails } from '~/features/lots/ui/lot-details'
import { NearMisses } from '~/features/matching/ui/near-misses'
import { findDecisionInForce } from '~/features/moderation/queries/cases.server'
import { OwnDecision } from '~/features/moderation/ui/own-decision'
import { PhotosToBlur } from '~/features/photos/ui/photos-to-blur'
import { withdrawLot } from '~/features/reservations/commands/withdraw-lot.server'
import { LotDone, type LotAct } from '~/features/lots/ui/lot-done'
import { LotGallery } from '~/features/lots/ui/lot-gallery'
import { LotShares } from '~/features/lots/ui/lot-shares'
import { LotSheet } from '~/features/lots/ui/lot-sheet'
import { SimilarLots } from '~/features/lots/ui/similar-lots'
import { LotStages } from '~/features/lots/ui/lot-stage'
import { optionalActor, requireActor, requireRight } from '~/http/actor.server'
import { keptAmong, noteSeen } from '~/http/kept-lots.server'
import { lotLinkedData } from '~/http/lot-linked-data.server'
import { lotViewerOf } from '~/http/lot-viewer.server'
import { localeOf } from '~/http/locale.server'
import { localised } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { orNotFound } from '~/http/replies.server'
import { translator } from '~/messages/catalogue'
import { myLots } from '~/messages/my-lots'
import { lotPaper } from '~/messages/lot-paper'
import { lots as lotTexts } from '~/messages/lots'
import { LotCarbon } from '~/root/lot-carbon'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { BoundLabel, LotLabel } from './lot-label'
import { readLotLabels } from './lot-label.server'
import { LotLine } from './lot-line'
import { LotNeeds } from './lot-needs'
import { NextAct } from './next-act'
import { readLotPage } from './lot-page.server'

export const meta: MetaFunction<typeof loader> = (args) => {
  const title = args.data
    ? `${args.data.lot.title} (${args.data.lot.reference})`
    : localised(args, lotTexts)('search.title')
  const linked = args.data?.linked
  return [{ title: `${title} – Gisement` }, ...(linked ? [{ 'script:ld+json': linked }] : [])]
}

/** What the address says was just done: `?fait=publie`. */
const ACTS = ['publie', 'modifie', 'pause', 'reprise', 'retrait'] as const satisfies readonly LotAct[]
const ACT_OF = { published: 'reprise', paused: 'pause', withdrawn: 'retrait' } as const satisfies Record<
  Exclude<LotStatus, 'hidden'>,
  LotAct
>

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lot = orNotFound(await findVisibleLot(params.lotId ?? '', await lotViewerOf(request)))
  const page = await readLotPage(lot, await optionalActor(request), await lotViewerOf(request))
  const asked = new URL(request.url).searchParams.get('fait')
  const isOwner = page.reader === 'owner'
  const label = isOwner ? await readLotLabels(lot.id, request) : null
  const [kept, seen] = await Promise.all([keptAmong(request, [lot.id]), noteSeen(request, lot.id)])
  const shown = {
    ...page,
    label,
    sightings: isOwner ? Object.fromEntries(await listSightings(page.photos.map(({ id }) => id))) : {},
    decision: isOwner ? await findDecisionInForce('lot', lot.id) : null,
    shares: isOwner ? { list: await listShares(lot.id), newId: newId() } : null,
    paper: paperAddressOf(paths.lot(lot.id)),
    isKept: kept.length > 0,
    linked: await lotLinkedData(lot, page.photos),
    done: (isOwner && ACTS.find((act) => act === asked)) || null,
  }
  return data(shown, seen ? { headers: { 'Set-Cookie': seen } } : undefined)
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
    days,
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
    attribution,
    line,
    done,
    label,
    shares,
    paper,
    decision,
    sightings,
    isKept,
  } = useLoaderData<typeof loader>()
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={lot.title}
        eyebrow={t('page.eyebrow', { reference: lot.reference })}
        back={{ to: paths.lots(), label: t('page.back') }}
      />
      {done && <LotDone act={done} hasNeeds={pairs.length > 0} siteId={lot.siteId} />}
      <OwnDecision decision={decision} />
      {label && <BoundLabel bound={label.bound} />}
      <div className="grid items-start gap-8 lg:grid-cols-[7fr_5fr]">
        <div className="flex min-w-0 flex-col gap-8">
          <LotGallery title={lot.title} photos={photos} />
          {reader === 'owner' && <PhotosToBlur photos={photos} sightings={sightings} isShort />}
          <section aria-labelledby="description" className="hidden flex-col gap-3 lg:flex">
            <LotDescription text={lot.description} id="description" />
          </section>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <LotSheet lot={lot} days={days} state={state} />
          <NextAct lot={lot} today={days.today} state={state} reader={reader} />
          <LotLine lotId={lot.id} state={state} reader={reader} line={line} />
          <KeepButton lot={lot} isKept={isKept} />
          <CriteriaShown lot={lot} shown={attribution} isOwner={reader === 'owner'} />
          <ButtonLink to={paths.lotPdf(lot.id)} reloadDocument look="secondary" wide>
            {tPaper('download')}
          </ButtonLink>
          {label && <LotLabel lotId={lot.id} first={label.first} pieces={label.pieces} />}
          {shares && <LotShares lot={lot} shares={shares.list} newId={shares.newId} />}
          {reader === 'owner' && <LotStages lot={lot} today={days.today} territoryName={territoryName} />}
          <section aria-labelledby="description-phone" className="flex flex-col gap-3 lg:hidden">
            <LotDescription text={lot.description} id="description-phone" />
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
      <SimilarLots of={lot} lots={similar} today={days.today} />
      {reader !== 'owner' && (
        <p data-screen-only>
          <Link to={paths.report('lot', lot.id)} className="inline-flex min-h-11 items-center">
            {t('page.report')}
          </Link>
        </p>
      )}
      <PaperFoot {...paper} />
    </div>
  )
}

import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { findLotsForNeed, findNearLotsForNeed } from '~/features/matching/queries.server'
import { NearMisses } from '~/features/matching/ui/near-misses'
import { findDecisionInForce } from '~/features/moderation/queries/cases.server'
import { OwnDecision } from '~/features/moderation/ui/own-decision'
import { changeNeedStatus } from '~/features/needs/commands/change-need-status.server'
import type { NeedView } from '~/features/needs/model/need'
import { isNeedPressing, needStateOf } from '~/features/needs/model/need-state'
import { findNeed } from '~/features/needs/queries.server'
import { needStatusSchema } from '~/features/needs/schema'
import { NeedFacts } from '~/features/needs/ui/need-facts'
import { NeedManage } from '~/features/needs/ui/need-manage'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { optionalActor, requireActor, requireRight } from '~/http/actor.server'
import { lotViewerOf } from '~/http/lot-viewer.server'
import { localised } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { notFound, orNotFound } from '~/http/replies.server'
import { materials } from '~/messages/materials'
import { needs } from '~/messages/needs'
import { WantedList } from '~/ui/attributes/wanted-list'
import { Badge } from '~/ui/badge'
import { ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { LotsForNeed } from './lots-for-need'

const SHOWN = 10

export const meta: MetaFunction<typeof loader> = (args) => [
  { title: `${args.data?.need.title ?? localised(args, needs)('title')} – Gisement` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const need = await seenNeed(params.needId ?? '', await optionalActor(request))
  const today = isoDayOf(nowMs())
  const state = needStateOf(need, today)
  const viewer = await lotViewerOf(request)
  const [actor, ranked, near] = await Promise.all([
    optionalActor(request),
    state === 'open' ? findLotsForNeed(need, SHOWN, viewer) : [],
    state === 'open' ? findNearLotsForNeed(need, viewer) : [],
  ])
  const photos = await listPhotosOfLots(ranked.map(({ item }) => item.id))
  const isOwner = actor !== null && can(actor, 'need:manage', { ownerOrganisationIds: [need.organisationId] })
  return {
    need,
    state,
    today,
    isOwner,
    decision: isOwner ? await findDecisionInForce('need', need.id) : null,
    mayPublish: !actor || can(actor, 'lot:create'),
    pairs: ranked.map(({ item, view }) => ({ lot: item, view, photo: photos.get(item.id)?.[0] ?? null })),
    near: near.map(({ item, miss }) => ({
      miss,
      item: {
        id: item.id,
        title: item.title,
        to: paths.lot(item.id),
        place: `${item.communeName}, ${item.organisationName}`,
      },
    })),
    done: new URL(request.url).searchParams.get('fait'),
  }
}

/** A need that the team hid is its owner's and the team's alone; for others it does not exist. */
async function seenNeed(id: string, actor: Actor | null): Promise<NeedView> {
  const need = orNotFound(await findNeed(id))
  if (need.status !== 'hidden') return need
  const isOwn = actor !== null && actor.organisationId === need.organisationId
  if (!isOwn && !(actor && can(actor, 'moderation:decide'))) throw notFound()
  return need
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'need:manage')
  const need = orNotFound(await findNeed(params.needId ?? ''))
  requireRight(actor, 'need:manage', { ownerOrganisationIds: [need.organisationId] })
  const form = await parseForm(request, needStatusSchema)
  if (!form.ok) return form.reply
  const changed = await changeNeedStatus({ actor, needId: need.id, status: form.value.status })
  if (!changed.ok) return form.refuse(changed.error)
  return redirect(`${paths.need(need.id)}?fait=change`)
}

export default function Need() {
  const t = useT(needs)
  const tMaterial = useT(materials)
  const format = useFormat()
  const { need, state, today, isOwner, decision, mayPublish, pairs, near, done } =
    useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <PageHeader
        eyebrow={tMaterial(`type.${need.material}.name`)}
        title={need.title}
        back={{ to: paths.needs(), label: t('back') }}
        actions={
          mayPublish &&
          !isOwner &&
          state === 'open' && (
            <ButtonLink to={paths.newLot()} wide>
              {t('haveIt')}
            </ButtonLink>
          )
        }
      />
      <div className="flex flex-col gap-10">
        <OwnDecision decision={decision} />
        {done === 'publie' && <Notice tone="success" live title={t('stated')} />}
        {done === 'change' && !reply && <Notice tone="success" live title={t('changed')} />}
        <div className="grid items-start gap-8 lg:grid-cols-[1fr_22rem]">
          <div className="flex flex-col gap-4">
            <p className="flex flex-wrap gap-2">
              <Badge tone={state === 'open' ? 'success' : 'warning'}>{t(`status.${state}`)}</Badge>
              {state === 'open' && (
                <Badge tone={isNeedPressing(need, today) ? 'mark' : 'plain'}>
                  {t('deadline', { when: format.relativeDay(need.neededUntil, today) })}
                </Badge>
              )}
            </p>
            <NeedFacts need={need} />
            <WantedList material={need.material} wanted={need.attributes} />
            {need.description && <p className="prose-width whitespace-pre-line">{need.description}</p>}
          </div>
          {isOwner && <NeedManage need={need} today={today} reply={reply?.result} />}
        </div>
        <LotsForNeed need={need} state={state} pairs={pairs} isOwner={isOwner} />
        <NearMisses of="lots" misses={near} />
        {!isOwner && need.status !== 'hidden' && (
          <p data-screen-only>
            <Link to={paths.report('need', need.id)} className="inline-flex min-h-11 items-center">
              {t('report')}
            </Link>
          </p>
        )}
      </div>
    </>
  )
}

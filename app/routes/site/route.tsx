import type { SubmissionResult } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { readLineFunnels } from '~/features/accounting/funnel.server'
import { listLotsOfSite } from '~/features/lots/queries.server'
import { listImportsOf } from '~/features/imports/queries.server'
import { paperAddressOf } from '~/features/labels/paper-address.server'
import { PaperFoot } from '~/features/labels/ui/paper-address'
import { can } from '~/features/organisations/model/permissions'
import { findInventory, findSite, findSitePrivate, listWastes } from '~/features/sites/queries.server'
import { requireActor, requireRight } from '~/http/actor.server'
import { localised } from '~/http/page-title'
import { orNotFound } from '~/http/replies.server'
import { siteForm } from '~/messages/site-form'
import { sites } from '~/messages/sites'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { CameraIcon } from '~/ui/icons'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { pageOfInventory } from './inventory-page.server'
import { InventorySection } from './inventory-section'
import { actOnSite } from './site-acts.server'
import { SiteFacts } from './site-facts'
import { SiteLots } from './site-lots'

export const meta: MetaFunction<typeof loader> = (args) => [
  { title: `${args.data?.site.name ?? localised(args, sites)('title')} – Gisement` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'site:read')
  const site = orNotFound(await findSite(params.siteId ?? ''))
  const owners = { ownerOrganisationIds: [site.organisationId] }
  requireRight(actor, 'site:read', owners)
  const [inventory, funnels, lots, own, wastes, imports] = await Promise.all([
    findInventory(site.id),
    readLineFunnels(site.id),
    listLotsOfSite(site.id),
    findSitePrivate(site.id, actor.organisationId),
    listWastes(site.id),
    listImportsOf(actor.organisationId, site.id),
  ])
  return {
    site,
    own,
    inventory: inventory && pageOfInventory(inventory, funnels, new URL(request.url).searchParams),
    wastes,
    openImports: imports
      .filter(({ status }) => status === 'checking' || status === 'running')
      .map(({ id, fileName }) => ({ id, fileName })),
    unlinked: funnels.get(null) ?? null,
    withoutMass: [...funnels.values()].reduce((total, { lotsWithoutMass }) => total + lotsWithoutMass, 0),
    lots,
    lineId: newId(),
    isOwner: can(actor, 'site:create', owners),
    isGiver: can(actor, 'lot:create', owners),
    isTaker: can(actor, 'need:create', owners),
    today: isoDayOf(nowMs()),
    paper: paperAddressOf(paths.site(site.id)),
    done: new URL(request.url).searchParams.get('fait'),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'site:create')
  const site = orNotFound(await findSite(params.siteId ?? ''))
  requireRight(actor, 'site:create', { ownerOrganisationIds: [site.organisationId] })
  return actOnSite({ request, actor, siteId: site.id })
}

export default function Site() {
  const t = useT(sites)
  const tForm = useT(siteForm)
  const { site, own, inventory, wastes, openImports, unlinked, withoutMass, lots, ...rest } =
    useLoaderData<typeof loader>()
  const { lineId, isOwner, isGiver, isTaker, today } = rest
  const reply = useActionData<typeof action>()
  const done = reply ? null : rest.done
  const replyTo = (isSurvey: boolean): SubmissionResult<string[]> | undefined =>
    (reply?.result.initialValue?.intent === 'survey') === isSurvey ? reply?.result : undefined
  return (
    <>
      <PageHeader
        eyebrow={t(`kind.${site.kind}`)}
        title={site.name}
        back={{ to: paths.sites(), label: t('back') }}
        actions={
          <>
            {isGiver && (
              <ButtonLink to={paths.newLot(site.id)} wide>
                <CameraIcon />
                {t('publish')}
              </ButtonLink>
            )}
            {isOwner && (
              <ButtonLink to={paths.editSite(site.id)} look="secondary" wide>
                {tForm('edit')}
              </ButtonLink>
            )}
            {isTaker && (
              <ButtonLink to={`${paths.newNeed()}?chantier=${site.id}`} look="secondary" wide>
                {t('need')}
              </ButtonLink>
            )}
          </>
        }
      />
      <div className="flex flex-col gap-12">
        {done === 'modifie' && <Notice tone="success" live title={tForm('saved')} />}
        {done === 'ouvert' && <Notice tone="success" live title={t('opened')} />}
        <SiteFacts site={site} own={own} today={today} />
        <InventorySection
          siteId={site.id}
          inventory={inventory}
          wastes={wastes}
          openImports={openImports}
          unlinked={unlinked}
          withoutMass={withoutMass}
          lineId={lineId}
          isOwner={isOwner}
          isGiver={isGiver}
          today={today}
          done={done}
          replies={{ line: replyTo(false), survey: replyTo(true) }}
        />
        <SiteLots lots={lots} today={today} publishHref={isGiver ? paths.newLot(site.id) : null} />
        <PaperFoot {...rest.paper} />
      </div>
    </>
  )
}

import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { listLotsOfSite } from '~/features/lots/queries.server'
import { can } from '~/features/organisations/model/permissions'
import { addInventoryLine } from '~/features/sites/commands/add-inventory-line.server'
import { findInventory, findSite, findSitePrivate } from '~/features/sites/queries.server'
import { inventoryLineSchema } from '~/features/sites/schema'
import { requireActor, requireRight } from '~/http/actor.server'
import { localised } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { orNotFound } from '~/http/replies.server'
import { siteForm } from '~/messages/site-form'
import { sites } from '~/messages/sites'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { CameraIcon } from '~/ui/icons'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { InventorySection } from './inventory-section'
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
  const [inventory, lots, own] = await Promise.all([
    findInventory(site.id),
    listLotsOfSite(site.id),
    findSitePrivate(site.id, actor.organisationId),
  ])
  return {
    site,
    own,
    inventory,
    lots,
    lineId: newId(),
    isOwner: can(actor, 'site:create', owners),
    isGiver: can(actor, 'lot:create', owners),
    isTaker: can(actor, 'need:create', owners),
    today: isoDayOf(nowMs()),
    done: new URL(request.url).searchParams.get('fait'),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'site:create')
  const site = orNotFound(await findSite(params.siteId ?? ''))
  requireRight(actor, 'site:create', { ownerOrganisationIds: [site.organisationId] })
  const form = await parseForm(request, inventoryLineSchema)
  if (!form.ok) return form.reply
  const added = await addInventoryLine({ actor, siteId: site.id, ...form.value })
  if (!added.ok) return form.refuse(added.error)
  return redirect(`${paths.site(site.id)}?fait=ligne#inventaire`)
}

export default function Site() {
  const t = useT(sites)
  const tForm = useT(siteForm)
  const { site, own, inventory, lots, lineId, isOwner, isGiver, isTaker, today, done } =
    useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
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
        {done === 'modifie' && !reply && <Notice tone="success" live title={tForm('saved')} />}
        {done === 'ouvert' && !reply && <Notice tone="success" live title={t('opened')} />}
        <SiteFacts site={site} own={own} today={today} />
        <InventorySection
          siteId={site.id}
          inventory={inventory}
          lineId={lineId}
          isOwner={isOwner}
          isAdded={done === 'ligne' && !reply}
          reply={reply?.result}
        />
        <SiteLots lots={lots} today={today} publishHref={isGiver ? paths.newLot(site.id) : null} />
      </div>
    </>
  )
}

import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { communeLabel } from '~/features/communes/model/commune'
import { listCommunes } from '~/features/communes/queries.server'
import { listLotsOfSite } from '~/features/lots/queries.server'
import { editSite } from '~/features/sites/commands/edit-site.server'
import { findSite, findSitePrivate } from '~/features/sites/queries.server'
import { editSiteSchema } from '~/features/sites/schema'
import { SiteForm } from '~/features/sites/ui/site-form'
import { requireActor, requireRight } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { orNotFound } from '~/http/replies.server'
import { siteForm } from '~/messages/site-form'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(siteForm, 'editTitle')

async function editable(request: Request, siteId = '') {
  const actor = await requireActor(request, 'site:create')
  const site = orNotFound(await findSite(siteId))
  requireRight(actor, 'site:create', { ownerOrganisationIds: [site.organisationId] })
  return { actor, site }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, site } = await editable(request, params.siteId)
  const [communes, own, lots] = await Promise.all([
    listCommunes(),
    findSitePrivate(site.id, actor.organisationId),
    listLotsOfSite(site.id),
  ])
  const { lat, lon, ...texts } = orNotFound(own)
  const { name, kind, communeCode, startsOn, endsOn } = site
  return {
    siteId: site.id,
    siteName: site.name,
    communeFixed: lots.length > 0,
    answers: {
      ...{ name, kind, communeCode, startsOn, endsOn, ...texts },
      lat: lat === null ? '' : String(lat).replace('.', ','),
      lon: lon === null ? '' : String(lon).replace('.', ','),
    },
    communes: communes.map((commune) => ({
      code: commune.code,
      name: commune.name,
      lat: commune.lat,
      lon: commune.lon,
      label: communeLabel({ name: commune.name, department: commune.departement }),
    })),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, site } = await editable(request, params.siteId)
  const form = await parseForm(request, editSiteSchema)
  if (!form.ok) return form.reply
  const edited = await editSite({ actor, siteId: site.id, ...form.value })
  if (!edited.ok) return form.refuse(edited.error)
  return redirect(`${paths.site(site.id)}?fait=modifie`)
}

export default function EditSite() {
  const t = useT(siteForm)
  const { siteId, siteName, communes, communeFixed, answers } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="max-w-2xl">
      <PageHeader
        eyebrow={siteName}
        title={t('editTitle')}
        lead={t('editLead')}
        back={{ to: paths.site(siteId), label: t('back') }}
      />
      <SiteForm
        communes={communes}
        communeFixed={communeFixed}
        defaultValue={answers}
        submit={t('save')}
        reply={reply?.result}
      />
    </div>
  )
}

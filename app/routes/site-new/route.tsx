import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { communeLabel } from '~/features/communes/model/commune'
import { listCommunes } from '~/features/communes/queries.server'
import { openSite } from '~/features/sites/commands/open-site.server'
import { newSiteSchema } from '~/features/sites/schema'
import { SiteForm } from '~/features/sites/ui/site-form'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { sites } from '~/messages/sites'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(sites, 'newTitle')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'site:create')
  const communes = await listCommunes()
  return {
    id: newId(),
    communes: communes.map(({ code, name, departement, lat, lon }) => ({
      code,
      name,
      lat,
      lon,
      label: communeLabel({ name, department: departement }),
    })),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'site:create')
  const form = await parseForm(request, newSiteSchema)
  if (!form.ok) return form.reply
  const opened = await openSite({ actor, ...form.value })
  if (!opened.ok) return form.refuse(opened.error)
  return redirect(`${paths.site(opened.value.id)}?fait=ouvert`)
}

export default function NewSite() {
  const t = useT(sites)
  const { id, communes } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="max-w-2xl">
      <PageHeader title={t('newTitle')} lead={t('newLead')} back={{ to: paths.sites(), label: t('back') }} />
      <SiteForm id={id} communes={communes} submit={t('field.submit')} reply={reply?.result} />
    </div>
  )
}

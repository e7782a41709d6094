import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { planWorkshop } from '~/features/programme/commands/plan-workshop.server'
import { findWorkshop } from '~/features/programme/queries/workshops.server'
import { workshopSchema } from '~/features/programme/schema'
import { WorkshopForm } from '~/features/programme/ui/workshop-form'
import { requireAdministration } from '~/http/administration.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { orNotFound } from '~/http/replies.server'
import { programmeWorkshops } from '~/messages/programme-workshops'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(programmeWorkshops, 'form.editTitle')

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireAdministration(request, 'programme:manage')
  return { workshop: orNotFound(await findWorkshop(params.workshopId ?? '')) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAdministration(request, 'programme:manage')
  const { id } = orNotFound(await findWorkshop(params.workshopId ?? ''))
  const form = await parseForm(request, workshopSchema)
  if (!form.ok) return form.reply
  const planned = await planWorkshop({ actor, ...form.value, id })
  return planned.ok ? redirect(paths.workshop(id, 'cree')) : form.refuse(planned.error)
}

export default function EditWorkshop() {
  const t = useT(programmeWorkshops)
  const { workshop } = useLoaderData<typeof loader>()
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={t('form.editTitle')}
        back={{ to: paths.workshop(workshop.id), label: workshop.title }}
      />
      <WorkshopForm id={workshop.id} workshop={workshop} reply={useActionData<typeof action>()?.result} />
    </div>
  )
}

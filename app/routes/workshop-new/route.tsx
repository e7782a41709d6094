import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { planWorkshop } from '~/features/programme/commands/plan-workshop.server'
import { workshopSchema } from '~/features/programme/schema'
import { WorkshopForm } from '~/features/programme/ui/workshop-form'
import { requireAdministration } from '~/http/administration.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { programmeWorkshops } from '~/messages/programme-workshops'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(programmeWorkshops, 'form.newTitle')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'programme:manage')
  return { id: newId() }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAdministration(request, 'programme:manage')
  const form = await parseForm(request, workshopSchema)
  if (!form.ok) return form.reply
  const planned = await planWorkshop({ actor, ...form.value })
  return planned.ok ? redirect(paths.workshop(planned.value.id, 'cree')) : form.refuse(planned.error)
}

export default function NewWorkshop() {
  const t = useT(programmeWorkshops)
  const { id } = useLoaderData<typeof loader>()
  return (
    <div className="max-w-2xl">
      <PageHeader title={t('form.newTitle')} back={{ to: paths.workshops(), label: t('back') }} />
      <WorkshopForm id={id} reply={useActionData<typeof action>()?.result} />
    </div>
  )
}

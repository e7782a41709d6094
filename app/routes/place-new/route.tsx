import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { proposePlace } from '~/features/directory/commands/propose-place.server'
import { proposePlaceSchema } from '~/features/directory/schema'
import { PlaceForm } from '~/features/directory/ui/place-form'
import { can } from '~/features/organisations/model/permissions'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { placedCommunes } from '~/http/place-choices.server'
import { directory } from '~/messages/directory'
import { directoryForm } from '~/messages/directory-form'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(directoryForm, 'newTitle')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'place:propose')
  return { id: newId(), isManager: can(actor, 'place:manage'), communes: await placedCommunes() }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'place:propose')
  const form = await parseForm(request, proposePlaceSchema)
  if (!form.ok) return form.reply
  const proposed = await proposePlace({ actor, ...form.value })
  if (!proposed.ok) return form.refuse(proposed.error)
  return redirect(paths.place(proposed.value.id, can(actor, 'place:manage') ? 'publie' : 'propose'))
}

export default function NewPlace() {
  const t = useT(directory)
  const tForm = useT(directoryForm)
  const { id, isManager, communes } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={tForm(isManager ? 'enterTitle' : 'newTitle')}
        lead={tForm(isManager ? 'enterLead' : 'newLead')}
        back={{ to: paths.places(), label: t('back') }}
      />
      <PlaceForm
        id={id}
        communes={communes}
        submit={tForm(isManager ? 'submitEnter' : 'submitPropose')}
        reply={reply?.result}
      />
    </div>
  )
}

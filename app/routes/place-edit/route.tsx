import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { editPlace } from '~/features/directory/commands/edit-place.server'
import { isOpenToProposer } from '~/features/directory/model/place'
import { editPlaceSchema } from '~/features/directory/schema'
import { PlaceForm } from '~/features/directory/ui/place-form'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { placedCommunes } from '~/http/place-choices.server'
import { orNotFound } from '~/http/replies.server'
import { seenPlace } from '~/http/seen-place.server'
import { directoryForm } from '~/messages/directory-form'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(directoryForm, 'editTitle')

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireActor(request, 'place:propose')
  const { place, isManager, isProposer } = await seenPlace(request, params.placeId)
  orNotFound(isManager || (isProposer && isOpenToProposer(place.state)) || null)
  return { place, communes: await placedCommunes() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'place:propose')
  const { place } = await seenPlace(request, params.placeId)
  const form = await parseForm(request, editPlaceSchema)
  if (!form.ok) return form.reply
  const edited = await editPlace({ actor, placeId: place.id, ...form.value })
  if (!edited.ok) return form.refuse(edited.error)
  return redirect(paths.place(place.id, 'modifie'))
}

export default function EditPlace() {
  const t = useT(directoryForm)
  const { place, communes } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { kind, name, communeCode, address, position, hours, conditions, website, phone, email } = place
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={t('editTitle')}
        lead={place.state === 'refused' ? t('editLead') : undefined}
        back={{ to: paths.place(place.id), label: name }}
      />
      <PlaceForm
        communes={communes}
        submit={t('submitEdit')}
        reply={reply?.result}
        defaultValue={{
          ...{ kind, name, communeCode, address, hours, conditions, website, phone, email },
          lat: position ? String(position.lat) : '',
          lon: position ? String(position.lon) : '',
          materials: [...place.materials],
          services: [...place.services],
          siret: place.siret ?? '',
        }}
      />
    </div>
  )
}

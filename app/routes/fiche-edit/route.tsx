import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { paths } from '~/core/paths'
import { writeFiche } from '~/features/programme/commands/share-practice.server'
import { ficheSchema } from '~/features/programme/schema'
import { FicheForm } from '~/features/programme/ui/fiche-form'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { orNotFound } from '~/http/replies.server'
import { seenFiche } from '~/http/seen-fiche.server'
import { programmeLibrary } from '~/messages/programme-library'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(programmeLibrary, 'edit')

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireActor(request, 'programme:share')
  const { fiche, isManager, isAuthor } = await seenFiche(request, params.ficheId)
  orNotFound(isManager || isAuthor || null)
  return { fiche }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'programme:share')
  const { fiche } = await seenFiche(request, params.ficheId)
  const form = await parseForm(request, ficheSchema)
  if (!form.ok) return form.reply
  const written = await writeFiche({ actor, ...form.value, id: fiche.id })
  return written.ok ? redirect(paths.fiche(written.value.id, 'envoyee')) : form.refuse(written.error)
}

export default function EditFiche() {
  const t = useT(programmeLibrary)
  const { fiche } = useLoaderData<typeof loader>()
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={t('edit')}
        lead={t('form.lead')}
        back={{ to: paths.fiche(fiche.id), label: fiche.title }}
      />
      <FicheForm id={fiche.id} fiche={fiche} reply={useActionData<typeof action>()?.result} />
    </div>
  )
}

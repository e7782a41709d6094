import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { writeFiche } from '~/features/programme/commands/share-practice.server'
import { ficheSchema } from '~/features/programme/schema'
import { FicheForm } from '~/features/programme/ui/fiche-form'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'

import { programmeLibrary } from '~/messages/programme-library'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(programmeLibrary, 'form.newTitle')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'programme:share')
  return { id: newId() }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'programme:share')

  const form = await parseForm(request, ficheSchema)
  if (!form.ok) return form.reply
  const written = await writeFiche({ actor, ...form.value })
  return written.ok ? redirect(paths.fiche(written.value.id, 'envoyee')) : form.refuse(written.error)
}

export default function NewFiche() {
  const t = useT(programmeLibrary)
  const { id } = useLoaderData<typeof loader>()
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={t('form.newTitle')}
        lead={t('form.lead')}
        back={{ to: paths.library(), label: t('back') }}
      />
      <FicheForm id={id} reply={useActionData<typeof action>()?.result} />
    </div>
  )
}

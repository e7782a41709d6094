import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { can } from '~/features/organisations/model/permissions'
import { saveDossier } from '~/features/programme/commands/save-dossier.server'
import { findLiveDossier } from '~/features/programme/queries/dossiers.server'
import { dossierSchema } from '~/features/programme/schema'
import { DossierForm } from '~/features/programme/ui/dossier-form'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { programme } from '~/messages/programme'
import { programmeDossier } from '~/messages/programme-dossier'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(programmeDossier, 'newTitle')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'programme:apply')
  const live = actor.communeCode === null ? null : await findLiveDossier(actor.communeCode)
  if (live && can(actor, 'programme:apply', { ownerOrganisationIds: [live.organisationId] }))
    return redirect(paths.dossier(live.id))
  return { id: newId() }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'programme:apply')
  const form = await parseForm(request, dossierSchema)
  if (!form.ok) return form.reply
  const saved = await saveDossier({ actor, ...form.value })
  if (!saved.ok) return form.refuse(saved.error)
  const done = form.value.intent === 'submit' ? 'depose' : 'enregistre'
  return redirect(paths.dossier(saved.value.id, done))
}

export default function NewDossier() {
  const t = useT(programmeDossier)
  const tProgramme = useT(programme)
  const { id } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={t('newTitle')}
        lead={t('formLead')}
        back={{ to: paths.programme(), label: tProgramme('back') }}
      />
      <DossierForm id={id} reply={reply?.result} />
    </div>
  )
}

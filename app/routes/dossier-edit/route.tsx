import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { saveDossier } from '~/features/programme/commands/save-dossier.server'
import { isOpenToCommune } from '~/features/programme/model/dossier'
import { dossierSchema } from '~/features/programme/schema'
import { DossierForm, valuesOf } from '~/features/programme/ui/dossier-form'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { orNotFound } from '~/http/replies.server'
import { seenDossier } from '~/http/seen-dossier.server'
import { programmeDossier } from '~/messages/programme-dossier'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(programmeDossier, 'editTitle')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { dossier, isOwner } = await seenDossier(request, params.dossierId)
  orNotFound(isOwner || null)
  if (!isOpenToCommune(dossier.state)) return redirect(paths.dossier(dossier.id))
  return { dossier }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { dossier, actor, isOwner } = await seenDossier(request, params.dossierId)
  orNotFound(isOwner || null)
  const form = await parseForm(request, dossierSchema)
  if (!form.ok) return form.reply
  const saved = await saveDossier({ actor, ...form.value, id: dossier.id })
  if (!saved.ok) return form.refuse(saved.error)
  return redirect(paths.dossier(dossier.id, form.value.intent === 'submit' ? 'depose' : 'enregistre'))
}

export default function EditDossier() {
  const t = useT(programmeDossier)
  const { dossier } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <PageHeader
        title={t('editTitle')}
        lead={t('formLead')}
        back={{ to: paths.dossier(dossier.id), label: t('title', { commune: dossier.communeName }) }}
      />
      {dossier.decisionReason && (
        <Notice title={t('decision')}>
          <span className="whitespace-pre-line">{dossier.decisionReason}</span>
        </Notice>
      )}
      <DossierForm id={dossier.id} defaultValue={valuesOf(dossier)} reply={reply?.result} />
    </div>
  )
}

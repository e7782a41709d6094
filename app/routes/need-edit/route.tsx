import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { changeNeed } from '~/features/needs/commands/change-need.server'
import { answersOfNeed, textsOfWanted } from '~/features/needs/model/need-answers'
import { needChoices, siteOptions } from '~/features/needs/need-choices.server'
import { findNeed } from '~/features/needs/queries.server'
import { changeNeedSchema } from '~/features/needs/schema'
import { NeedForm } from '~/features/needs/ui/need-form'
import { requireActor, requireRight } from '~/http/actor.server'
import { keepAnswers } from '~/http/keep-answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { readForm } from '~/http/read-form.server'
import { orNotFound } from '~/http/replies.server'
import { needs } from '~/messages/needs'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(needs, 'editTitle')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, need } = await ownNeed(request, params.needId)
  const { communes, sites } = await needChoices(actor)
  return {
    id: need.id,
    title: need.title,
    values: answersOfNeed(need),
    wanted: textsOfWanted(need.attributes),
    communes,
    sites: siteOptions(sites),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, need } = await ownNeed(request, params.needId)
  const sent = await readForm(request)
  if (sent.get('intent') === 'sheet') return { result: keepAnswers(sent) }
  const form = await parseForm(request, changeNeedSchema, sent)
  if (!form.ok) return form.reply
  const changed = await changeNeed({ actor, needId: need.id, ...form.value })
  if (!changed.ok) return form.refuse(changed.error)
  return redirect(`${paths.need(need.id)}?fait=change`)
}

async function ownNeed(request: Request, needId: string | undefined) {
  const actor = await requireActor(request, 'need:manage')
  const need = orNotFound(await findNeed(needId ?? ''))
  requireRight(actor, 'need:manage', { ownerOrganisationIds: [need.organisationId] })
  return { actor, need }
}

export default function EditNeed() {
  const t = useT(needs)
  const { id, title, values, wanted, communes, sites } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="max-w-4xl">
      <PageHeader title={t('editTitle')} lead={t('editLead')} back={{ to: paths.need(id), label: title }} />
      <NeedForm
        id={null}
        values={values}
        wanted={wanted}
        communes={communes}
        sites={sites}
        result={reply?.result}
        submitLabel={t('field.save')}
      />
    </div>
  )
}

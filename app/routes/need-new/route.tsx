import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { addDays, isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { countLotsForNeed } from '~/features/matching/queries.server'
import { stateNeed } from '~/features/needs/commands/state-need.server'
import { answersOfNeed, textsOfWanted } from '~/features/needs/model/need-answers'
import { needChoices, siteOptions } from '~/features/needs/need-choices.server'
import { findNeed } from '~/features/needs/queries.server'
import { needDraftSchema, newNeedSearchSchema, stateNeedSchema } from '~/features/needs/schema'
import { NeedForm } from '~/features/needs/ui/need-form'
import type { NeedValues } from '~/features/needs/ui/need-sentence'
import type { Actor } from '~/features/organisations/model/permissions'
import { requireActor } from '~/http/actor.server'
import { keepAnswers } from '~/http/keep-answers.server'
import { pageTitle } from '~/http/page-title'
import { parseDraft } from '~/http/parse-draft.server'
import { parseForm } from '~/http/parse-form.server'
import { parseSearch } from '~/http/parse-search.server'
import { readForm } from '~/http/read-form.server'
import { needs } from '~/messages/needs'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(needs, 'newTitle')

/** With `compte` in the address, only how many lots fit the draft given in it; else what the form needs. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'need:create')
  if (new URL(request.url).searchParams.has('compte')) {
    return { fitting: await countFitting(request, actor), blank: null }
  }
  return { fitting: null, blank: await blankNeed(request, actor) }
}

async function countFitting(request: Request, actor: Actor): Promise<number | null> {
  const draft = parseDraft(request, needDraftSchema)
  if (!draft) return null
  const { quantity, ...rest } = draft
  return countLotsForNeed({
    ...rest,
    id: 'draft',
    organisationId: actor.organisationId,
    openMilli: quantity,
    budgetUnitCents: null,
  })
}

async function blankNeed(request: Request, actor: Actor) {
  const { materiau, commune, chantier, depuis } = parseSearch(request, newNeedSearchSchema)
  const { communes, sites } = await needChoices(actor)
  const model = depuis ? await findNeed(depuis) : null
  const own = model?.organisationId === actor.organisationId ? model : null
  const site = sites.find(({ id }) => id === chantier)
  const today = isoDayOf(nowMs())
  const from = site && site.startsOn > today ? site.startsOn : today
  const blank = {
    quantity: '',
    unit: 'm2',
    material: materiau ?? '',
    radiusKm: '15',
    communeCode: site?.communeCode ?? commune ?? actor.communeCode ?? '',
    minCondition: '3',
    title: '',
    description: '',
    budget: '',
    siteId: site?.id ?? '',
  }
  return {
    id: newId(),
    communes,
    sites: siteOptions(sites),
    wanted: own ? textsOfWanted(own.attributes) : {},
    values: {
      ...(own ? answersOfNeed(own) : blank),
      neededFrom: from,
      neededUntil: addDays(from, 60),
    } satisfies NeedValues,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'need:create')
  const sent = await readForm(request)
  if (sent.get('intent') === 'sheet') return { result: keepAnswers(sent) }
  const form = await parseForm(request, stateNeedSchema, sent)
  if (!form.ok) return form.reply
  const stated = await stateNeed({ actor, ...form.value })
  if (!stated.ok) return form.refuse(stated.error)
  return redirect(`${paths.need(stated.value.id)}?fait=publie`)
}

export default function NewNeed() {
  const t = useT(needs)
  const { blank } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (!blank) return null
  return (
    <div className="max-w-4xl">
      <PageHeader title={t('newTitle')} lead={t('newLead')} back={{ to: paths.needs(), label: t('back') }} />
      <NeedForm
        id={blank.id}
        values={blank.values}
        wanted={blank.wanted}
        communes={blank.communes}
        sites={blank.sites}
        result={reply?.result}
        submitLabel={t('field.submit')}
      />
    </div>
  )
}

import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { wantedTextsIn } from '~/core/attributes/params'
import type { WantedTexts } from '~/core/attributes/wanted'
import { addDays, isoDayOf, type IsoDay } from '~/core/days'
import { newId } from '~/core/ids'
import type { MaterialType } from '~/core/material-types'
import { paths } from '~/core/paths'
import { typedMilli } from '~/core/units'
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
import { baskets } from '~/messages/baskets'
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
  const asked = parseSearch(request, newNeedSearchSchema)
  const { communes, sites } = await needChoices(actor)
  const model = asked.depuis ? await findNeed(asked.depuis) : null
  const own = model?.organisationId === actor.organisationId ? model : null
  const site = sites.find(({ id }) => id === asked.chantier)
  const blank = {
    quantity: asked.quantite === undefined ? '' : typedMilli(asked.quantite),
    unit: asked.unite ?? 'm2',
    material: asked.materiau ?? '',
    radiusKm: String(asked.rayon ?? 15),
    communeCode: site?.communeCode ?? asked.commune ?? actor.communeCode ?? '',
    minCondition: asked.etat ?? '3',
    title: asked.q ?? '',
    description: '',
    budget: '',
    siteId: site?.id ?? '',
  }
  return {
    id: newId(),
    communes,
    sites: siteOptions(sites),
    wanted: own ? textsOfWanted(own.attributes) : textsAsked(request, asked.materiau),
    values: {
      ...(own ? answersOfNeed(own) : blank),
      ...datesFrom(asked, site?.startsOn),
    } satisfies NeedValues,
  }
}

function textsAsked(request: Request, material: MaterialType | undefined): Record<string, WantedTexts> {
  return material ? wantedTextsIn(material, new URL(request.url).searchParams) : {}
}

const USUAL_DAYS = 60

/** From today at the earliest; over the days asked for, or the usual time from the site's beginning. */
function datesFrom({ du, au }: { du?: IsoDay; au?: IsoDay }, startsOn?: IsoDay) {
  const today = isoDayOf(nowMs())
  const begins = du ?? startsOn ?? today
  const neededFrom = begins > today ? begins : today
  const neededUntil = au && au >= neededFrom ? addDays(au, 1) : addDays(neededFrom, USUAL_DAYS)
  return { neededFrom, neededUntil }
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
  const tBaskets = useT(baskets)
  const { blank } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (!blank) return null
  return (
    <div className="max-w-4xl">
      <PageHeader title={t('newTitle')} lead={t('newLead')} back={{ to: paths.needs(), label: t('back') }} />
      <p className="mb-6">
        {tBaskets('linkText')} <Link to={paths.newBasket()}>{tBaskets('link')}</Link>
      </p>
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

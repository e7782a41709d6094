import { getFormProps, useForm } from '@conform-to/react'
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { addDays, isoDayOf } from '~/core/days'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { communeLabel } from '~/features/communes/model/commune'
import { listCommunes } from '~/features/communes/queries.server'
import { countLotsForNeed } from '~/features/matching/queries.server'
import { stateNeed } from '~/features/needs/commands/state-need.server'
import { needDraftSchema, newNeedSearchSchema, stateNeedSchema } from '~/features/needs/schema'
import { NEED_FIELDS, NeedSentence, type NeedValues } from '~/features/needs/ui/need-sentence'
import { NeedTerms } from '~/features/needs/ui/need-terms'
import type { Actor } from '~/features/organisations/model/permissions'
import { listSitesOf } from '~/features/sites/queries.server'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { parseSearch } from '~/http/parse-search.server'
import { needs } from '~/messages/needs'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { FittingCount } from './fitting-count'

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
  const draft = needDraftSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!draft.success) return null
  const { quantity, ...rest } = draft.data
  return countLotsForNeed({
    ...rest,
    id: 'draft',
    organisationId: actor.organisationId,
    openMilli: quantity,
    attributes: {},
    budgetUnitCents: null,
  })
}

async function blankNeed(request: Request, actor: Actor) {
  const { materiau, commune, chantier } = parseSearch(request, newNeedSearchSchema)
  const [communes, sites] = await Promise.all([listCommunes(), listSitesOf(actor.organisationId)])
  const site = sites.find(({ id }) => id === chantier)
  const today = isoDayOf(nowMs())
  return {
    id: newId(),
    communes: communes.map(({ code, name, departement }) => ({
      value: code,
      label: communeLabel({ name, department: departement }),
    })),
    sites: sites.map(({ id, name, communeName }) => ({ value: id, label: `${name}, ${communeName}` })),
    values: {
      quantity: '',
      unit: 'm2',
      material: materiau ?? '',
      neededFrom: site && site.startsOn > today ? site.startsOn : today,
      neededUntil: addDays(site && site.startsOn > today ? site.startsOn : today, 60),
      radiusKm: '15',
      communeCode: site?.communeCode ?? commune ?? actor.communeCode ?? '',
      minCondition: '3',
      title: '',
      budget: '',
      siteId: site?.id ?? '',
    } satisfies NeedValues,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'need:create')
  const form = await parseForm(request, stateNeedSchema)
  if (!form.ok) return form.reply
  const stated = await stateNeed({ actor, ...form.value })
  if (!stated.ok) return form.refuse(stated.error)
  return redirect(`${paths.need(stated.value.id)}?fait=publie`)
}

export default function NewNeed() {
  const t = useT(needs)
  const { blank } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [form, fields] = useForm<NeedValues>({
    id: 'need',
    lastResult: reply?.result,
    defaultValue: blank?.values,
  })
  if (!blank) return null
  return (
    <div className="max-w-4xl">
      <PageHeader title={t('newTitle')} lead={t('newLead')} back={{ to: paths.needs(), label: t('back') }} />
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-8">
        <ErrorSummary errors={summaryOf([form, ...NEED_FIELDS.map((name) => fields[name])])} />
        <input type="hidden" name="id" value={blank.id} />
        <NeedSentence fields={fields} communes={blank.communes} />
        <FittingCount formId={form.id} />
        <div className="flex max-w-2xl flex-col gap-6">
          <NeedTerms fields={fields} sites={blank.sites} />
        </div>
        <div>
          <Button wide>{t('field.submit')}</Button>
        </div>
      </Form>
    </div>
  )
}

import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { setDelegation } from '~/features/attribution/commands/set-cession.server'
import { setOrganisationCriteria } from '~/features/attribution/commands/set-criteria.server'
import { findProfile, rulesInForce } from '~/features/attribution/queries.server'
import { communeSidesSchema, criteriaSchema, delegationSchema } from '~/features/attribution/schema'
import { CriteriaForm } from '~/features/attribution/ui/criteria-form'
import { useCriteriaText } from '~/features/attribution/ui/use-criteria-text'
import { setCommuneSides } from '~/features/organisations/commands/set-commune-sides.server'
import { isPublicBody } from '~/features/organisations/model/organisation'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { findOrganisation } from '~/features/organisations/queries.server'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { readForm } from '~/http/read-form.server'
import { orNotFound } from '~/http/replies.server'
import { attribution } from '~/messages/attribution'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { DelegationForm, DelegationText, SidesForm } from './public-forms'

export const meta: MetaFunction = pageTitle(attribution, 'page.organisationLink')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'organisation:read')
  const [organisation, profile, { rules }] = await Promise.all([
    findOrganisation(actor.organisationId),
    findProfile(actor.organisationId),
    rulesInForce(isoDayOf(nowMs())),
  ])
  const { kind, name, isGiver, isTaker } = orNotFound(organisation)
  return {
    name,
    isGiver,
    isTaker,
    isCommune: kind === 'commune',
    isPublic: isPublicBody(kind),
    isOwner: can(actor, 'organisation:manage'),
    profile,
    rules,
    isDone: new URL(request.url).searchParams.get('fait') === 'enregistre',
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'organisation:manage')
  const formData = await readForm(request)
  switch (formData.get('intent')) {
    case 'delegation':
      return saveDelegation(request, actor, formData)
    case 'sides':
      return saveSides(request, actor, formData)
    default:
      return saveCriteria(request, actor, formData)
  }
}

async function saveDelegation(request: Request, actor: Actor, formData: FormData) {
  const form = await parseForm(request, delegationSchema, formData)
  if (!form.ok) return form.reply
  const { reference, on } = form.value
  const saved = await setDelegation({ actor, delegation: on ? { reference, on } : null })
  return saved.ok ? done() : form.refuse(saved.error)
}

async function saveSides(request: Request, actor: Actor, formData: FormData) {
  const form = await parseForm(request, communeSidesSchema, formData)
  if (!form.ok) return form.reply
  const { sides } = form.value
  const saved = await setCommuneSides({
    actor,
    isGiver: sides.includes('gives'),
    isTaker: sides.includes('takes'),
  })
  return saved.ok ? done() : form.refuse(saved.error)
}

async function saveCriteria(request: Request, actor: Actor, formData: FormData) {
  const form = await parseForm(request, criteriaSchema, formData)
  if (!form.ok) return form.reply
  const saved = await setOrganisationCriteria({ actor, criteria: form.value.criteria })
  return saved.ok ? done() : form.refuse(saved.error)
}

function done() {
  return redirect(paths.organisationAttribution('enregistre'))
}

export default function OrganisationAttribution() {
  const t = useT(attribution)
  const criteriaText = useCriteriaText()
  const { name, isOwner, isGiver, isTaker, isCommune, isPublic, profile, rules, isDone } =
    useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const resultOf = (intent: string) =>
    reply?.result.initialValue?.['intent'] === intent ? reply.result : undefined
  return (
    <div className="flex max-w-3xl flex-col gap-12">
      <PageHeader
        back={{ to: paths.organisation(), label: t('page.organisationBack') }}
        eyebrow={name}
        title={t('page.organisationLink')}
        lead={t('page.organisationText')}
      />
      {isDone && !reply && <Notice tone="success" live title={t('page.saved')} />}
      {isCommune && isOwner && (
        <SidesForm isGiver={isGiver} isTaker={isTaker} lastResult={resultOf('sides')} />
      )}
      {isGiver && isOwner && (
        <CriteriaForm
          criteria={profile.criteria ?? []}
          title={t('page.organisationTitle')}
          lead={t('page.organisationLead')}
          lastResult={resultOf('criteria')}
        />
      )}
      {!isOwner && <p>{profile.criteria ? criteriaText(profile.criteria) : t('shown.none')}</p>}
      {isPublic &&
        (isOwner ? (
          <DelegationForm delegation={profile.delegation} rules={rules} lastResult={resultOf('delegation')} />
        ) : (
          <DelegationText delegation={profile.delegation} />
        ))}
    </div>
  )
}

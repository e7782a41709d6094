import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { communeLabel } from '~/features/communes/model/commune'
import { listCommunes } from '~/features/communes/queries.server'
import { listInvitations } from '~/features/identity/queries.server'
import { listMembershipRequests } from '~/features/identity/queries/openid.server'
import { MembershipRequests } from '~/features/identity/ui/membership-requests'
import { FoundingFields, type SignUpValues } from '~/features/identity/ui/sign-up-fields'
import { InvitationTable, InviteForm, TeamTable } from '~/features/identity/ui/team'
import { isPublicBody, isSelfFounded } from '~/features/organisations/model/organisation'
import { can } from '~/features/organisations/model/permissions'
import { findOrganisation, listTeam } from '~/features/organisations/queries.server'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { readForm } from '~/http/read-form.server'
import { orNotFound } from '~/http/replies.server'
import { organisation as texts } from '~/messages/organisation'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { actOnOrganisation } from './organisation-acts.server'
import { AttributionLink, WebhooksLink } from './further-pages'
import { PhotoChoices } from './photo-choices'

const DONE = [
  'organisation',
  'invitation',
  'retrait',
  'membre',
  'partage',
  'sans-partage',
  'analyse',
  'sans-analyse',
  'demande',
] as const

export const meta: MetaFunction = pageTitle(texts, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'organisation:read')
  const isOwner = can(actor, 'organisation:manage')
  const [organisation, team, invitations, requests, communes] = await Promise.all([
    findOrganisation(actor.organisationId),
    listTeam(actor.organisationId),
    isOwner ? listInvitations(actor.organisationId, nowMs()) : [],
    isOwner ? listMembershipRequests(actor.organisationId) : [],
    listCommunes(),
  ])
  const done = new URL(request.url).searchParams.get('fait')
  return {
    organisation: orNotFound(organisation),
    team,
    invitations,
    requests,
    isOwner,
    communes: communes.map(({ code, name, departement }) => ({
      value: code,
      label: communeLabel({ name, department: departement }),
    })),
    done: DONE.find((known) => known === done) ?? null,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  await requireActor(request, 'organisation:read')
  const formData = await readForm(request)
  const isLeaving = formData.get('intent') === 'leave'
  const actor = await requireActor(request, isLeaving ? 'organisation:read' : 'organisation:manage')
  return actOnOrganisation({ request, actor, formData })
}

export default function Organisation() {
  const t = useT(texts)
  const { organisation, team, invitations, requests, isOwner, done } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const resultOf = (intent: string): SubmissionResult<string[]> | undefined =>
    reply?.result.initialValue?.intent === intent ? reply.result : undefined
  const memberResult = resultOf('role') ?? resultOf('remove')
  const isFounded = isSelfFounded(organisation.kind)
  return (
    <div className="flex max-w-3xl flex-col gap-12">
      <PageHeader eyebrow={t('title')} title={organisation.name} lead={organisation.communeName} />
      {done && !reply && <Notice tone="success" live title={t(`saved.${done}`)} />}
      <div className="flex flex-col gap-6">
        <ErrorSummary
          id="team-errors"
          errors={(memberResult?.error?.[''] ?? []).map((message) => ({ message }))}
        />
        <TeamTable team={team} isOwner={isOwner} />
        <InvitationTable invitations={invitations} />
        <MembershipRequests requests={requests} />
      </div>
      {isOwner && <InviteForm lastResult={resultOf('invite')} />}
      {isOwner && isFounded && <FactsForm lastResult={resultOf('organisation')} />}
      {(organisation.isGiver || isPublicBody(organisation.kind)) && <AttributionLink />}
      {organisation.isGiver && (
        <PhotoChoices
          organisation={organisation}
          isOwner={isOwner}
          analysisResult={resultOf('photo-analysis')}
          consentResult={resultOf('photo-consent')}
        />
      )}
      {isOwner && <WebhooksLink />}
      <LeaveForm name={organisation.name} lastResult={resultOf('leave')} />
    </div>
  )
}

/** The way out of the organisation, after a second look. */
function LeaveForm({ name, lastResult }: { name: string; lastResult?: SubmissionResult<string[]> }) {
  const t = useT(texts)
  return (
    <section aria-labelledby="leave-title" className="flex flex-col gap-3 border-t-4 border-edge pt-4">
      <h2 id="leave-title" className="text-2xl">
        {t('leave.title')}
      </h2>
      <ErrorSummary
        id="leave-errors"
        errors={(lastResult?.error?.[''] ?? []).map((message) => ({ message }))}
      />
      <p>{t('leave.text', { name })}</p>
      <details>
        <summary className="min-h-11 py-2">{t('leave.ask')}</summary>
        <Form method="post" className="pt-3">
          <Button look="danger" name="intent" value="leave" wide>
            {t('leave.confirmed', { name })}
          </Button>
        </Form>
      </details>
    </section>
  )
}

function FactsForm({ lastResult }: { lastResult?: SubmissionResult<string[]> }) {
  const t = useT(texts)
  const { organisation: facts, communes } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<SignUpValues>({
    id: 'organisation',
    lastResult,
    defaultValue: {
      organisation: facts.name,
      siret: facts.siret ?? '',
      kind: facts.kind,
      sides: [...(facts.isGiver ? ['gives'] : []), ...(facts.isTaker ? ['takes'] : [])],
      communeCode: facts.communeCode ?? '',
    },
  })
  const { organisation, siret, kind, sides, communeCode } = fields
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
      <ErrorSummary
        id="facts-errors"
        errors={summaryOf([form, organisation, siret, kind, sides, communeCode])}
      />
      <input type="hidden" name="intent" value="organisation" />
      <FoundingFields fields={fields} communes={communes} title={t('facts.title')} />
      <div>
        <Button wide>{t('facts.submit')}</Button>
      </div>
    </Form>
  )
}

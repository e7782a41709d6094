import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { organisationStateOf } from '~/features/administration/model/organisation-entry'
import { listEventsOf } from '~/features/administration/queries/timeline.server'
import { restoreSchema, suspendSchema } from '~/features/administration/schema'
import { EventTimeline } from '~/features/administration/ui/event-timeline'
import { OrganisationStateBadge } from '~/features/administration/ui/organisation-table'
import { SuspensionForm } from '~/features/administration/ui/suspension-form'
import { answerMembership } from '~/features/identity/commands/answer-membership.server'
import { listMembershipRequests } from '~/features/identity/queries/openid.server'
import { answerMembershipSchema } from '~/features/identity/schema'
import { MembershipRequests } from '~/features/identity/ui/membership-requests'
import { lotStateOf } from '~/features/lots/model/lot-state'
import { listLotsOf } from '~/features/lots/queries.server'
import {
  restoreOrganisation,
  suspendOrganisation,
} from '~/features/organisations/commands/suspend-organisation.server'
import { rolesOf } from '~/features/organisations/model/permissions'
import { findOrganisation, listTeam } from '~/features/organisations/queries.server'
import { listReservationsOf } from '~/features/reservations/queries.server'
import { listSitesOf } from '~/features/sites/queries.server'
import { requireAdministration } from '~/http/administration.server'
import { localised } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { readForm } from '~/http/read-form.server'
import { notFound, orNotFound } from '~/http/replies.server'
import { administration } from '~/messages/administration'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { FactList } from '~/ui/tag-card'
import { LotsSection, MembersSection, ReservationsSection, SitesSection } from './organisation-sections'

const DONE = ['suspendu', 'retabli', 'demande'] as const

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const name = data?.organisation.name ?? localised({ matches }, administration)('organisations.title')
  return [{ title: `${name} – Gisement` }]
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireAdministration(request)
  const organisation = orNotFound(await findOrganisation(params.id ?? ''))
  const { id } = organisation
  const today = isoDayOf(nowMs())
  const [team, requests, sites, lots, reservations, events] = await Promise.all([
    listTeam(id),
    listMembershipRequests(id),
    listSitesOf(id),
    listLotsOf(id),
    listReservationsOf(id),
    listEventsOf('organisation', id),
  ])
  const done = new URL(request.url).searchParams.get('fait')
  return {
    organisation,
    team,
    requests,
    sites,
    lots: lots.map((lot) => ({ lot, state: lotStateOf(lot, today) })),
    reservations,
    events,
    done: DONE.find((known) => known === done) ?? null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAdministration(request, 'organisation:suspend')
  const { id: organisationId } = orNotFound(await findOrganisation(params.id ?? ''))
  const page = paths.oneOrganisation(organisationId)
  const formData = await readForm(request)
  const intent = formData.get('intent')
  if (intent === 'suspend') {
    const form = await parseForm(request, suspendSchema, formData)
    if (!form.ok) return form.reply
    const suspended = await suspendOrganisation({ actor, organisationId, reason: form.value.reason })
    return suspended.ok ? redirect(`${page}?fait=suspendu`) : form.refuse(suspended.error)
  }
  if (intent === 'membership') {
    const form = await parseForm(request, answerMembershipSchema, formData)
    if (!form.ok) return form.reply
    const { userId, decision } = form.value
    const answered = await answerMembership({ actor, organisationId, userId, decision })
    return answered.ok ? redirect(`${page}?fait=demande`) : form.refuse(answered.error)
  }
  if (intent !== 'restore') throw notFound()
  const form = await parseForm(request, restoreSchema, formData)
  if (!form.ok) return form.reply
  const restored = await restoreOrganisation({ actor, organisationId, reason: form.value.reason })
  return restored.ok ? redirect(`${page}?fait=retabli`) : form.refuse(restored.error)
}

export default function Organisation() {
  const t = useT(administration)
  const { organisation, team, requests, sites, lots, reservations, events, done } =
    useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { id, name, kind, suspendedAtMs } = organisation
  return (
    <div className="flex min-w-0 flex-col gap-10">
      <PageHeader
        back={{ to: paths.organisations(), label: t('organisations.title') }}
        eyebrow={t(`organisations.kindOf.${kind}`)}
        title={name}
        lead={<OrganisationStateBadge state={stateOf(suspendedAtMs, team)} />}
      />
      {done && !reply && <Notice tone="success" live title={t(`done.${done}`)} />}
      <OrganisationFacts />
      <MembersSection organisationId={id} team={team} />
      <MembershipRequests requests={requests} />
      <SitesSection organisationId={id} sites={sites} />
      <LotsSection organisationId={id} lots={lots} />
      <ReservationsSection reservations={reservations} organisationId={id} />
      {kind === 'metropole' ? (
        <p>{t('organisations.metropoleStays')}</p>
      ) : (
        <SuspensionForm what="organisation" suspendedAtMs={suspendedAtMs} lastResult={reply?.result} />
      )}
      <EventTimeline events={events} about={id} csvHref={paths.historyCsv('organisation', id)} />
    </div>
  )
}

function stateOf(suspendedAtMs: number | null, team: readonly { isConfirmed: boolean }[]) {
  const confirmed = team.filter(({ isConfirmed }) => isConfirmed).length
  return organisationStateOf({ suspendedAtMs, members: team.length, confirmed })
}

function OrganisationFacts() {
  const t = useT(administration)
  const format = useFormat()
  const { organisation } = useLoaderData<typeof loader>()
  const { siret, communeCode, communeName, createdAtMs } = organisation
  const roles = rolesOf(organisation).map((role) => t(`role.${role}`))
  return (
    <FactList
      facts={[
        { term: t('organisations.siret'), value: siret ?? t('organisations.none') },
        {
          term: t('organisations.commune'),
          value: communeCode ? (
            <Link to={paths.commune(communeCode)}>{communeName}</Link>
          ) : (
            t('organisations.none')
          ),
        },
        { term: t('organisations.sides'), value: roles.join(', ') },
        { term: t('organisations.created'), value: format.instant(createdAtMs) },
      ]}
    />
  )
}

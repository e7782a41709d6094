import type { LoaderFunctionArgs } from '@remix-run/node'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { ofCommune } from '~/features/administration/model/agent'
import { listAgents, listOfficialInvitations } from '~/features/administration/queries/agents.server'
import { agentSearchSchema } from '~/features/administration/schema'
import { requireAdministration } from '~/http/administration.server'
import { auditRead } from '~/http/audit-read.server'
import { toCsv } from '~/http/csv.server'
import { localeOf } from '~/http/locale.server'
import { parseSearch } from '~/http/parse-search.server'
import { download } from '~/http/replies.server'
import { administration } from '~/messages/administration'
import { administrationAgents } from '~/messages/administration-agents'
import { translator } from '~/messages/catalogue'

/** The agents and the Métropole's team, then who is invited and has not answered. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request)
  await auditRead('agents.exported')
  const { commune } = parseSearch(request, agentSearchSchema)
  const locale = await localeOf(request)
  const t = translator(locale, administrationAgents)
  const tAdmin = translator(locale, administration)
  const [agents, invitations] = await Promise.all([listAgents(), listOfficialInvitations(nowMs())])
  const people = ofCommune(agents, commune).map((agent) => {
    const isClosed = agent.suspendedAtMs !== null || agent.organisationClosedAtMs !== null
    const state = tAdmin(isClosed ? 'accounts.stateOf.suspendu' : 'accounts.stateOf.actif')
    return { ...agent, state }
  })
  const invited = ofCommune(invitations, commune).map((invitation) => ({
    ...invitation,
    name: '',
    lastSeenAtMs: null,
    state: t('pending'),
  }))
  const body = toCsv(
    [
      { header: t('name'), cell: (row) => row.name },
      { header: t('email'), cell: (row) => row.email },
      { header: t('organisation'), cell: (row) => row.organisationName },
      { header: t('commune'), cell: (row) => row.communeName },
      { header: t('role'), cell: (row) => tAdmin(`organisations.membershipOf.${row.role ?? 'member'}`) },
      { header: t('state'), cell: (row) => row.state },
      {
        header: t('lastSeen'),
        cell: (row) => (row.lastSeenAtMs === null ? null : isoDayOf(row.lastSeenAtMs)),
      },
    ],
    [...people, ...invited],
  )
  return download(body, `${t('csvFile')}.csv`, 'text/csv')
}

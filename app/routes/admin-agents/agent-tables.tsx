import { Form, Link } from '@remix-run/react'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import type { Agent, OfficialInvitation } from '~/features/administration/model/agent'
import { MailAddress } from '~/features/administration/ui/mail-address'
import { administration } from '~/messages/administration'
import { administrationAgents } from '~/messages/administration-agents'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'

/** Who acts for a commune or the Métropole, by commune. */
export function AgentTable({ agents, csvHref }: { agents: readonly Agent[]; csvHref: string }) {
  const t = useT(administrationAgents)
  const tAdmin = useT(administration)
  const format = useFormat()
  return (
    <DataTable
      dense
      caption={t('people')}
      rows={agents}
      rowKey={({ userId, organisationId }) => `${userId}-${organisationId}`}
      csvHref={csvHref}
      empty={t('none')}
      columns={[
        {
          key: 'name',
          header: t('name'),
          rowHeader: true,
          cell: ({ userId, name }) => <Link to={paths.oneAccount(userId)}>{name}</Link>,
        },
        {
          key: 'email',
          header: t('email'),
          cell: ({ email }) => <MailAddress email={email} />,
        },
        {
          key: 'organisation',
          header: t('organisation'),
          cell: ({ organisationId, organisationName }) => (
            <Link to={paths.oneOrganisation(organisationId)}>{organisationName}</Link>
          ),
        },
        {
          key: 'role',
          header: t('role'),
          cell: ({ role }) => tAdmin(`organisations.membershipOf.${role}`),
        },
        {
          key: 'state',
          header: t('state'),
          cell: ({ suspendedAtMs, organisationClosedAtMs }) =>
            suspendedAtMs === null && organisationClosedAtMs === null ? (
              <Badge tone="success">{tAdmin('accounts.stateOf.actif')}</Badge>
            ) : (
              <Badge tone="danger">{tAdmin('accounts.stateOf.suspendu')}</Badge>
            ),
        },
        {
          key: 'seen',
          header: t('lastSeen'),
          cell: ({ lastSeenAtMs }) =>
            lastSeenAtMs === null ? tAdmin('accounts.never') : format.day(isoDayOf(lastSeenAtMs)),
        },
      ]}
    />
  )
}

/** Who is invited and has not answered, each with the way to withdraw it. */
export function OfficialInvitationTable({
  invitations,
  csvHref,
}: {
  invitations: readonly OfficialInvitation[]
  csvHref: string
}) {
  const t = useT(administrationAgents)
  const tAdmin = useT(administration)
  const format = useFormat()
  if (invitations.length === 0) return null
  return (
    <DataTable
      dense
      caption={t('invited')}
      rows={invitations}
      rowKey={({ email, organisationId }) => `${email}-${organisationId}`}
      csvHref={csvHref}
      columns={[
        {
          key: 'email',
          header: t('email'),
          rowHeader: true,
          cell: ({ email }) => <MailAddress email={email} />,
        },
        {
          key: 'organisation',
          header: t('organisation'),
          cell: ({ organisationName }) => organisationName,
        },
        {
          key: 'role',
          header: t('role'),
          cell: ({ role }) => tAdmin(`organisations.membershipOf.${role ?? 'member'}`),
        },
        { key: 'until', header: t('until'), cell: ({ expiresAtMs }) => format.instant(expiresAtMs) },
        {
          key: 'action',
          header: t('action'),
          cell: ({ email, organisationId }) => (
            <Form method="post">
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="organisationId" value={organisationId} />
              <Button
                look="secondary"
                small
                name="intent"
                value="withdraw"
                aria-label={t('withdrawOf', { email })}
              >
                {t('withdraw')}
              </Button>
            </Form>
          ),
        },
      ]}
    />
  )
}

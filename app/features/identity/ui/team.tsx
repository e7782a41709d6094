import { getFormProps, getInputProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { MEMBERSHIP_ROLES, type MembershipRole } from '~/features/organisations/model/organisation'
import { organisation } from '~/messages/organisation'
import { Button } from '~/ui/button'
import { ChoiceChips } from '~/ui/choices'
import { DataTable } from '~/ui/data-table'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'

type Member = { userId: string; name: string; email: string; role: MembershipRole }
type Invitation = { email: string; role: MembershipRole | null; expiresAtMs: number }

/** The members of an organisation; an owner changes their part or removes them. */
export function TeamTable({ team, isOwner }: { team: readonly Member[]; isOwner: boolean }) {
  const t = useT(organisation)
  const acts = (member: Member) => (
    <Form method="post" className="flex flex-wrap gap-2">
      <input type="hidden" name="userId" value={member.userId} />
      <input type="hidden" name="role" value={member.role === 'owner' ? 'member' : 'owner'} />
      <Button look="secondary" small name="intent" value="role">
        {t(member.role === 'owner' ? 'team.makeMember' : 'team.makeOwner')}
      </Button>
    </Form>
  )
  const removal = (member: Member) => (
    <Form method="post">
      <input type="hidden" name="intent" value="remove" />
      <input type="hidden" name="userId" value={member.userId} />
      <Button look="danger" small aria-label={`${t('team.remove')} ${member.name}`}>
        {t('team.remove')}
      </Button>
    </Form>
  )
  return (
    <DataTable
      caption={t('team.title')}
      rows={team}
      rowKey={({ userId }) => userId}
      columns={[
        {
          key: 'name',
          header: t('team.name'),
          rowHeader: true,
          cell: ({ name, email }) => `${name}, ${email}`,
        },
        { key: 'role', header: t('team.role'), cell: ({ role }) => t(`role.${role}`) },
        ...(isOwner
          ? [
              {
                key: 'action',
                acts: true,
                header: t('team.action'),
                cell: (member: Member) => (
                  <div className="flex flex-wrap gap-2">
                    {acts(member)}
                    {removal(member)}
                  </div>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

/** Who is invited and has not answered; an owner withdraws an invitation. */
export function InvitationTable({ invitations }: { invitations: readonly Invitation[] }) {
  const t = useT(organisation)
  const format = useFormat()
  if (invitations.length === 0) return null
  return (
    <DataTable
      caption={t('team.invited')}
      rows={invitations}
      rowKey={({ email }) => email}
      columns={[
        { key: 'email', header: t('invite.email'), rowHeader: true, cell: ({ email }) => email },
        { key: 'role', header: t('team.role'), cell: ({ role }) => t(`role.${role ?? 'member'}`) },
        { key: 'until', header: t('team.until'), cell: ({ expiresAtMs }) => format.instant(expiresAtMs) },
        {
          key: 'action',
          acts: true,
          header: t('team.action'),
          cell: ({ email }) => (
            <Form method="post">
              <input type="hidden" name="intent" value="withdraw" />
              <input type="hidden" name="email" value={email} />
              <Button look="secondary" small>
                {t('team.withdraw')}
              </Button>
            </Form>
          ),
        },
      ]}
    />
  )
}

/** An owner's form to invite an address. */
export function InviteForm({ lastResult }: { lastResult?: SubmissionResult<string[]> }) {
  const t = useT(organisation)
  const [form, { email, role }] = useForm<{ email: string; role: string }>({ id: 'invite', lastResult })
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
      <h2 className="text-2xl">{t('invite.title')}</h2>
      <ErrorSummary id="invite-errors" errors={summaryOf([form, email, role])} />
      <input type="hidden" name="intent" value="invite" />
      <TextInput
        {...getInputProps(email, { type: 'email' })}
        key="email"
        label={t('invite.email')}
        error={email.errors}
        autoComplete="off"
      />
      <ChoiceChips
        id={role.id}
        name={role.name}
        label={t('invite.role')}
        error={role.errors}
        defaultValue={role.initialValue ?? 'member'}
        choices={MEMBERSHIP_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
      <div>
        <Button look="secondary" wide>
          {t('invite.submit')}
        </Button>
      </div>
    </Form>
  )
}

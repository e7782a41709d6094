import {
  getFormProps,
  getInputProps,
  getSelectProps,
  useForm,
  type SubmissionResult,
} from '@conform-to/react'
import { Form } from '@remix-run/react'
import { MEMBERSHIP_ROLES } from '~/features/organisations/model/organisation'
import { administrationAgents } from '~/messages/administration-agents'
import { Button } from '~/ui/button'
import { ChoiceChips } from '~/ui/choices'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { Select, TextInput, type Option } from '~/ui/inputs'

type Posted = { lastResult?: SubmissionResult<string[]> }

/** Invites an address as an agent of one commune. */
export function AgentForm({
  communes,
  commune,
  lastResult,
}: Posted & { communes: readonly Option[]; commune: string }) {
  const t = useT(administrationAgents)
  const [form, { communeCode, email, role }] = useForm<{ communeCode: string; email: string; role: string }>({
    id: `agent-${commune}`,
    lastResult,
    defaultValue: { communeCode: commune, role: 'owner' },
  })
  return (
    <section id="inviter" aria-labelledby="agent-title" className="flex max-w-2xl flex-col gap-4">
      <h2 id="agent-title" className="text-2xl">
        {t('agentForm.title')}
      </h2>
      <p>{t('agentForm.text')}</p>
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
        <ErrorSummary id="agent-errors" errors={summaryOf([form, communeCode, email, role])} />
        <input type="hidden" name="intent" value="agent" />
        <Select
          {...getSelectProps(communeCode)}
          key="communeCode"
          label={t('commune')}
          error={communeCode.errors}
          options={communes}
        />
        <TextInput
          {...getInputProps(email, { type: 'email' })}
          key="email"
          label={t('email')}
          error={email.errors}
          autoComplete="off"
        />
        <ChoiceChips
          id={role.id}
          name={role.name}
          label={t('agentForm.role')}
          error={role.errors}
          defaultValue={role.initialValue ?? 'owner'}
          choices={MEMBERSHIP_ROLES.map((value) => ({ value, label: t(`agentForm.${value}`) }))}
        />
        <div>
          <Button wide>{t('agentForm.submit')}</Button>
        </div>
      </Form>
    </section>
  )
}

/** Invites an address into the Métropole's team. */
export function AdminForm({ lastResult }: Posted) {
  const t = useT(administrationAgents)
  const [form, { email }] = useForm<{ email: string }>({ id: 'admin', lastResult })
  return (
    <section
      aria-labelledby="admin-title"
      className="flex max-w-2xl flex-col gap-4 border-t-4 border-edge pt-6"
    >
      <h2 id="admin-title" className="text-2xl">
        {t('adminForm.title')}
      </h2>
      <p>{t('adminForm.text')}</p>
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-6">
        <ErrorSummary id="admin-errors" errors={summaryOf([form, email])} />
        <input type="hidden" name="intent" value="admin" />
        <TextInput
          {...getInputProps(email, { type: 'email' })}
          key="email"
          label={t('email')}
          error={email.errors}
          autoComplete="off"
        />
        <div>
          <Button look="secondary" wide>
            {t('adminForm.submit')}
          </Button>
        </div>
      </Form>
    </section>
  )
}

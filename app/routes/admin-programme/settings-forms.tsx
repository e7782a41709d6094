import { getFormProps, getInputProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { formatter } from '~/core/format'
import { paths } from '~/core/paths'
import { useAmount } from '~/features/programme/ui/amount'
import { programmeBoard } from '~/messages/programme-board'
import { Button, ButtonLink } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { NumberInput, TextInput } from '~/ui/inputs'
import { Stat, StatRow } from '~/ui/stat'

type Reply = SubmissionResult<string[]> | undefined

const replyTo = (reply: Reply, intent: string) => (reply?.initialValue?.intent === intent ? reply : undefined)

/** The fund: what it holds, has granted and has left, and the form that sets it. */
export function FundForm({
  fund,
  reply,
}: {
  fund: { amountCents: number; grantedCents: number } | null
  reply: Reply
}) {
  const t = useT(programmeBoard)
  const euros = useAmount()
  const [form, { amount }] = useForm<{ amount: string }>({
    id: 'fund',
    lastResult: replyTo(reply, 'fund'),
    defaultValue: { amount: fund ? formatter('fr').number(fund.amountCents / 100, 2) : '' },
  })
  return (
    <section aria-labelledby="fund-title" className="flex flex-col gap-4">
      <h2 id="fund-title">{t('fund.title')}</h2>
      <StatRow>
        <Stat label={t('fund.amount')} value={fund ? euros(fund.amountCents) : t('fund.unset')} />
        <Stat label={t('fund.granted')} value={euros(fund?.grantedCents ?? 0)} />
        {fund && <Stat label={t('fund.left')} value={euros(fund.amountCents - fund.grantedCents)} />}
      </StatRow>
      {!fund && <p>{t('fund.unsetText')}</p>}
      <Form method="post" {...getFormProps(form)} className="flex max-w-2xl flex-col gap-4">
        <ErrorSummary id="fund-errors" errors={summaryOf([form, amount])} />
        <NumberInput
          {...getInputProps(amount, { type: 'text' })}
          key={amount.key}
          label={t('fund.amount')}
          hint={t('fund.amountHint')}
          suffix="€"
          error={amount.errors}
        />
        <div>
          <Button name="intent" value="fund" look="secondary" wide>
            {t('fund.submit')}
          </Button>
        </div>
      </Form>
    </section>
  )
}

/** Which criteria are in force, and the way to publish others. */
export function CriteriaState({ version }: { version: number | null }) {
  const t = useT(programmeBoard)
  return (
    <section aria-labelledby="criteria-title" className="flex flex-col gap-4">
      <h2 id="criteria-title">{t('criteria.title')}</h2>
      <p>{version === null ? t('criteria.none') : t('criteria.inForce', { version })}</p>
      <p data-screen-only>
        <ButtonLink to={paths.publishCriteria()} look="secondary">
          {t('criteria.link')}
        </ButtonLink>
      </p>
    </section>
  )
}

/** Who sits on the committee, and the form that names one more. */
export function CommitteeForm({
  reviewers,
  reply,
}: {
  reviewers: readonly { userId: string; name: string; email: string }[]
  reply: Reply
}) {
  const t = useT(programmeBoard)
  const [form, { email }] = useForm<{ email: string }>({
    id: 'committee',
    lastResult: replyTo(reply, 'add-reviewer'),
  })
  return (
    <section aria-labelledby="committee-title" className="flex min-w-0 flex-col gap-4">
      <h2 id="committee-title">{t('committee.title')}</h2>
      <p>{reviewers.length === 0 ? t('committee.none') : t('committee.lead')}</p>
      {reviewers.length > 0 && (
        <DataTable
          caption={t('committee.title')}
          hideCaption
          rows={reviewers}
          rowKey={({ userId }) => userId}
          csvHref={paths.teamListCsv('comite')}
          columns={[
            { key: 'name', header: t('committee.person'), rowHeader: true, cell: ({ name }) => name },
            {
              key: 'email',
              header: t('committee.email'),
              cell: ({ email: address }) => <span className="wrap-anywhere">{address}</span>,
            },
            {
              key: 'act',
              header: t('committee.act'),
              acts: true,
              cell: ({ userId, name }) => (
                <Form method="post">
                  <input type="hidden" name="userId" value={userId} />
                  <Button
                    name="intent"
                    value="remove-reviewer"
                    look="quiet"
                    small
                    aria-label={t('committee.removeOf', { name })}
                  >
                    {t('committee.remove')}
                  </Button>
                </Form>
              ),
            },
          ]}
        />
      )}
      <Form method="post" {...getFormProps(form)} className="flex max-w-2xl flex-col gap-4">
        <ErrorSummary id="committee-errors" errors={summaryOf([form, email])} />
        <TextInput
          {...getInputProps(email, { type: 'email' })}
          key={email.key}
          label={t('committee.email')}
          error={email.errors}
          autoComplete="off"
        />
        <div>
          <Button name="intent" value="add-reviewer" look="secondary" wide>
            {t('committee.add')}
          </Button>
        </div>
      </Form>
    </section>
  )
}

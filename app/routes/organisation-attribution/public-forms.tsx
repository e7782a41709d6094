import { getFormProps, getInputProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { CouncilAct } from '~/features/attribution/model/public-checks'
import type { PublicRules } from '~/features/attribution/model/public-rules'
import { useActText } from '~/features/attribution/ui/checks-list'
import { publicCessions } from '~/messages/public-cessions'
import { Button } from '~/ui/button'
import { ChoiceChips } from '~/ui/choices'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { DateInput, TextInput } from '~/ui/inputs'

type Result = SubmissionResult<string[]> | undefined

/** Which delegation the mayor holds for sales. */
export function DelegationForm({
  delegation,
  rules,
  lastResult,
}: {
  delegation: CouncilAct | null
  rules: PublicRules
  lastResult: Result
}) {
  const t = useT(publicCessions)
  const format = useFormat()
  const [form, { reference, on }] = useForm<Record<'reference' | 'on', string>>({
    id: `delegation-${delegation?.on ?? 'none'}`,
    lastResult,
    defaultValue: { reference: delegation?.reference ?? '', on: delegation?.on ?? '' },
  })
  const threshold = format.euros(rules.saleThresholdCents)
  return (
    <Form method="post" {...getFormProps(form)} className="flex max-w-xl flex-col gap-5">
      <h2>{t('delegation.title')}</h2>
      <p className="prose-width">{t('delegation.lead', { threshold, source: rules.saleSource })}</p>
      <DelegationText delegation={delegation} />
      <ErrorSummary id="delegation-errors" errors={summaryOf([form, reference, on])} />
      <input type="hidden" name="intent" value="delegation" />
      <TextInput
        {...getInputProps(reference, { type: 'text' })}
        key={reference.key}
        label={t('delegation.reference')}
        hint={t('delegation.referenceHint')}
        error={reference.errors}
        optional
      />
      <DateInput
        {...getInputProps(on, { type: 'date' })}
        key={on.key}
        label={t('delegation.on')}
        error={on.errors}
        optional
      />
      <div>
        <Button wide>{t('delegation.submit')}</Button>
      </div>
    </Form>
  )
}

export function DelegationText({ delegation }: { delegation: CouncilAct | null }) {
  const t = useT(publicCessions)
  const actText = useActText()
  return (
    <p className="font-semibold">
      {delegation ? t('delegation.kept', { act: actText(delegation) }) : t('delegation.none')}
    </p>
  )
}

/** Whether a commune gives and takes materials itself. */
export function SidesForm({
  isGiver,
  isTaker,
  lastResult,
}: {
  isGiver: boolean
  isTaker: boolean
  lastResult: Result
}) {
  const t = useT(publicCessions)
  const [form, { sides }] = useForm<{ sides: string[] }>({ id: 'sides', lastResult })
  return (
    <Form method="post" {...getFormProps(form)} className="flex max-w-xl flex-col gap-5">
      <h2>{t('sides.title')}</h2>
      <p className="prose-width">{t('sides.lead')}</p>
      <ErrorSummary id="sides-errors" errors={summaryOf([form, sides])} />
      <input type="hidden" name="intent" value="sides" />
      <ChoiceChips
        id={sides.id}
        name={sides.name}
        label={t('sides.label')}
        error={sides.errors}
        multiple
        defaultValue={[...(isGiver ? ['gives'] : []), ...(isTaker ? ['takes'] : [])]}
        choices={[
          { value: 'gives', label: t('sides.gives') },
          { value: 'takes', label: t('sides.takes') },
        ]}
      />
      <div>
        <Button wide look="secondary">
          {t('sides.submit')}
        </Button>
      </div>
    </Form>
  )
}

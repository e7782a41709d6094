import {
  getFormProps,
  getInputProps,
  getTextareaProps,
  useForm,
  type SubmissionResult,
} from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { IsoDay } from '~/core/days'
import { BENEFICIARY_KINDS, type PublicRulesVersion } from '~/features/attribution/model/public-rules'
import { attribution } from '~/messages/attribution'
import { publicRules } from '~/messages/public-rules'
import { Button } from '~/ui/button'
import { Checkbox, ChoiceChips } from '~/ui/choices'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { DateInput, MoneyInput, Textarea, TextInput, type InputProps } from '~/ui/inputs'

type Values = {
  saleThreshold: string
  saleSource: string
  isBelowMarketJustified: string
  marketSource: string
  giftKinds: string[]
  giftKindsSource: string
  giftCeiling: string
  giftCeilingSource: string
  isResaleForbidden: string
  resaleSource: string
  isDeliberationAllowing: string
  deliberationSource: string
  validFrom: string
  reason: string
}

/** In the order of the form. */
const NAMES = [
  'saleThreshold',
  'saleSource',
  'isBelowMarketJustified',
  'marketSource',
  'giftKinds',
  'giftKindsSource',
  'giftCeiling',
  'giftCeilingSource',
  'isDeliberationAllowing',
  'deliberationSource',
  'isResaleForbidden',
  'resaleSource',
  'validFrom',
  'reason',
] as const satisfies readonly (keyof Values)[]

/** A new version of the rules, starting from the newest. */
export function RulesForm({
  newest,
  today,
  lastResult,
}: {
  newest: PublicRulesVersion
  today: IsoDay
  lastResult: SubmissionResult<string[]> | undefined
}) {
  const t = useT(publicRules)
  const tKind = useT(attribution)
  const [form, fields] = useForm<Values>({
    id: 'public-rules',
    lastResult,
    defaultValue: useValues(newest, today),
  })
  const { giftKinds } = fields
  const source = (
    name: `${'sale' | 'market' | 'giftKinds' | 'giftCeiling' | 'resale' | 'deliberation'}Source`,
  ) => (
    <TextInput
      {...getInputProps(fields[name], { type: 'text' })}
      key={name}
      label={t('source')}
      error={fields[name].errors}
    />
  )
  const tick = (name: 'isBelowMarketJustified' | 'isResaleForbidden' | 'isDeliberationAllowing') => (
    <Checkbox
      {...getInputProps(fields[name], { type: 'checkbox', value: 'yes' })}
      key={name}
      label={t(name)}
      error={fields[name].errors}
    />
  )
  const money = (name: 'saleThreshold' | 'giftCeiling', more: Partial<InputProps> = {}) => (
    <MoneyInput
      {...getInputProps(fields[name], { type: 'text' })}
      key={name}
      label={t(name)}
      error={fields[name].errors}
      {...more}
    />
  )
  return (
    <Form method="post" {...getFormProps(form)} className="flex max-w-2xl flex-col gap-8">
      <ErrorSummary errors={summaryOf([form, ...NAMES.map((name) => fields[name])])} />
      <input type="hidden" name="seen" value={newest.version} />
      <Group title={t('sale')}>
        {money('saleThreshold')}
        {source('saleSource')}
      </Group>
      <Group title={t('market')}>
        {tick('isBelowMarketJustified')}
        {source('marketSource')}
      </Group>
      <Group title={t('gift')}>
        <ChoiceChips
          id={giftKinds.id}
          name={giftKinds.name}
          label={t('giftKinds')}
          error={giftKinds.errors}
          multiple
          defaultValue={[giftKinds.initialValue ?? []].flat().filter((kind) => kind !== undefined)}
          choices={BENEFICIARY_KINDS.map((value) => ({ value, label: tKind(`kindOf.${value}`) }))}
        />
        {source('giftKindsSource')}
        {money('giftCeiling', { hint: t('giftCeilingHint'), optional: true })}
        {source('giftCeilingSource')}
        {tick('isDeliberationAllowing')}
        {source('deliberationSource')}
      </Group>
      <Group title={t('resale')}>
        {tick('isResaleForbidden')}
        {source('resaleSource')}
      </Group>
      <Group title={t('version')}>
        <DateInput
          {...getInputProps(fields.validFrom, { type: 'date' })}
          key="validFrom"
          label={t('validFrom')}
          error={fields.validFrom.errors}
        />
        <Textarea
          {...getTextareaProps(fields.reason)}
          key="reason"
          label={t('reason')}
          hint={t('reasonHint')}
          error={fields.reason.errors}
          rows={3}
        />
        <div>
          <Button wide>{t('submit')}</Button>
        </div>
      </Group>
    </Form>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-5">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function useValues({ rules }: PublicRulesVersion, today: IsoDay): Values {
  const format = useFormat()
  const euros = (cents: number) => format.number(cents / 100, 2).replaceAll('\u00a0', '')
  return {
    saleThreshold: euros(rules.saleThresholdCents),
    saleSource: rules.saleSource,
    isBelowMarketJustified: rules.isBelowMarketJustified ? 'yes' : '',
    marketSource: rules.marketSource,
    giftKinds: [...rules.giftKinds],
    giftKindsSource: rules.giftKindsSource,
    giftCeiling: rules.giftCeilingCents === null ? '' : euros(rules.giftCeilingCents),
    giftCeilingSource: rules.giftCeilingSource,
    isResaleForbidden: rules.isResaleForbidden ? 'yes' : '',
    resaleSource: rules.resaleSource,
    isDeliberationAllowing: rules.isDeliberationAllowing ? 'yes' : '',
    deliberationSource: rules.deliberationSource,
    validFrom: today,
    reason: '',
  }
}

import {
  getFormProps,
  getInputProps,
  getTextareaProps,
  useForm,
  type SubmissionResult,
} from '@conform-to/react'
import { Form, Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import type { Unit } from '~/core/units'
import type { CessionTerms } from '~/features/attribution/model/public-checks'
import type { PublicRules } from '~/features/attribution/model/public-rules'
import { publicCessions } from '~/messages/public-cessions'
import { Button } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { DateInput, MoneyInput, Textarea, TextInput } from '~/ui/inputs'

/** What a public body says of a lot for the checks: estimate, reason of a low price, deliberation. */
export function TermsForm({
  lot,
  terms,
  rules,
  lastResult,
}: {
  lot: { id: string; unit: Unit; unitPriceCents: number }
  terms: CessionTerms
  rules: PublicRules
  lastResult: SubmissionResult<string[]> | undefined
}) {
  const t = useT(publicCessions)
  const format = useFormat()
  const euros = (cents: number) => format.number(cents / 100, 2).replaceAll('\u00a0', '')
  const [form, { market, belowMarketReason, reference, on }] = useForm<
    Record<'market' | 'belowMarketReason' | 'reference' | 'on', string>
  >({
    id: 'terms',
    lastResult,
    defaultValue: {
      market: terms.marketUnitCents === null ? '' : euros(terms.marketUnitCents),
      belowMarketReason: terms.belowMarketReason,
      reference: terms.deliberation?.reference ?? '',
      on: terms.deliberation?.on ?? '',
    },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="flex max-w-xl flex-col gap-5">
      <h2>{t('terms.title')}</h2>
      <p className="prose-width">{t('terms.lead')}</p>
      <ErrorSummary id="terms-errors" errors={summaryOf([form, market, belowMarketReason, reference, on])} />
      <input type="hidden" name="intent" value="terms" />
      <MoneyInput
        {...getInputProps(market, { type: 'text' })}
        key="market"
        label={t('terms.market')}
        hint={t('terms.marketHint', { unit: format.unit(lot.unit) })}
        error={market.errors}
        optional
      />
      {lot.unitPriceCents > 0 && (
        <Textarea
          {...getTextareaProps(belowMarketReason)}
          key="belowMarketReason"
          label={t('terms.reason')}
          hint={t('terms.reasonHint')}
          error={belowMarketReason.errors}
          rows={3}
          optional
        />
      )}
      <TextInput
        {...getInputProps(reference, { type: 'text' })}
        key="reference"
        label={t('terms.actReference')}
        hint={t('terms.actReferenceHint', { threshold: format.euros(rules.saleThresholdCents) })}
        error={reference.errors}
        optional
      />
      <DateInput
        {...getInputProps(on, { type: 'date' })}
        key="on"
        label={t('terms.actOn')}
        error={on.errors}
        optional
      />
      <p>
        <Link to={paths.editLot(lot.id)} className="inline-flex min-h-11 items-center">
          {t('terms.attach')}
        </Link>
      </p>
      <div>
        <Button wide>{t('terms.submit')}</Button>
      </div>
    </Form>
  )
}

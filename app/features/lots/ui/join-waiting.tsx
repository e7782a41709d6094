import { getInputProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { paths } from '~/core/paths'
import { waiting } from '~/messages/waiting'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary, summaryOf } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { NumberInput } from '~/ui/inputs'
import type { LotView } from '../model/lot'

/** Joins the line of a lot with the quantity that one waits for. */
export function JoinForm({
  lot,
  id,
  lastResult,
}: {
  lot: LotView
  id: string
  lastResult: SubmissionResult<string[]> | undefined
}) {
  const t = useT(waiting)
  const format = useFormat()
  const total = format.quantity(lot.quantityMilli, lot.unit)
  const [form, fields] = useForm({
    id: 'join-waiting',
    lastResult,
    defaultValue: { quantity: lot.isWhole ? format.number(lot.quantityMilli / 1000, 3) : '' },
  })
  return (
    <section aria-labelledby="join" className="flex flex-col gap-4">
      <h2 id="join">{t('join.title')}</h2>
      {lot.availableMilli > 0 && (
        <p className="flex flex-wrap items-center gap-3">
          {t('join.free', { left: format.quantity(lot.availableMilli, lot.unit) })}
          <ButtonLink to={paths.newReservation(lot.id)} look="secondary">
            {t('join.reserve')}
          </ButtonLink>
        </p>
      )}
      <Form method="post" id={form.id} noValidate className="flex max-w-xl flex-col gap-5">
        <ErrorSummary id="join-errors" errors={summaryOf([form, fields.quantity])} />
        <input type="hidden" name="intent" value="join" />
        <input type="hidden" name="id" value={id} />
        <NumberInput
          {...getInputProps(fields.quantity, { type: 'text' })}
          key="quantity"
          label={t('join.quantity')}
          hint={t(lot.isWhole ? 'join.hintWhole' : 'join.hint', { total })}
          error={fields.quantity.errors}
          suffix={format.unit(lot.unit)}
          readOnly={lot.isWhole}
        />
        <div>
          <Button wide>{t('join.submit')}</Button>
        </div>
      </Form>
    </section>
  )
}

import { MILLI, parseMilli, typedMilli } from '~/core/units'
import { DIFFERENCE_REASONS } from '~/features/reservations/model/handover'
import { fieldCheck } from '~/messages/field-check'
import { fieldWork } from '~/messages/field-work'
import { handoverPapers } from '~/messages/handover-papers'
import { Button } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { NumberInput, Select, TextInput } from '~/ui/inputs'
import type { CheckProps, Typed } from './answers'

/** How much leaves, and why when it is not what was reserved. */
export function CheckCount({ reservation, answers, faultOf, onAnswer }: CheckProps) {
  const t = useT(fieldWork)
  const tCheck = useT(fieldCheck)
  const tPaper = useT(handoverPapers)
  const format = useFormat()
  const { quantityMilli, unit } = reservation
  const counted = parseMilli(answers.counted)
  const isDifferent = counted !== null && counted !== quantityMilli
  const step = (by: number) => onAnswer({ counted: typedMilli(Math.max(0, (counted ?? 0) + by * MILLI)) })
  return (
    <section aria-labelledby="count" className="flex flex-col gap-4 border-t-4 border-edge pt-4">
      <h2 id="count">{tCheck('step.count')}</h2>
      <NumberInput
        name="counted"
        label={t('check.counted')}
        error={faultOf('counted')}
        suffix={format.unit(unit)}
        value={answers.counted}
        onChange={({ currentTarget }: Typed) => onAnswer({ counted: currentTarget.value })}
      />
      <div className="grid grid-cols-2 gap-3">
        <Button type="button" look="secondary" onClick={() => step(-1)}>
          {tCheck('less')}
        </Button>
        <Button type="button" look="secondary" onClick={() => step(1)}>
          {tCheck('more')}
        </Button>
      </div>
      <Button type="button" look="secondary" onClick={() => onAnswer({ counted: typedMilli(quantityMilli) })}>
        {t('check.same', { quantity: format.quantity(quantityMilli, unit) })}
      </Button>
      {isDifferent && (
        <>
          <Select
            name="reason"
            label={tCheck('reason')}
            error={faultOf('reason')}
            value={answers.reason}
            options={DIFFERENCE_REASONS.map((value) => ({ value, label: tPaper(`reason.${value}`) }))}
            onChange={({ currentTarget }: Typed) => onAnswer({ reason: currentTarget.value })}
          />
          <TextInput
            name="difference"
            label={t('check.difference')}
            hint={t('check.differenceHint')}
            error={faultOf('difference')}
            maxLength={500}
            value={answers.difference}
            onChange={({ currentTarget }: Typed) => onAnswer({ difference: currentTarget.value })}
          />
        </>
      )}
    </section>
  )
}

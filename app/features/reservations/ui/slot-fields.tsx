import { getInputProps, type FieldMetadata } from '@conform-to/react'
import { DAY_PARTS } from '~/core/lot-terms'
import { pickups } from '~/messages/pickups'
import { ChoiceChips } from '~/ui/choices'
import { useFormat, useT } from '~/ui/i18n'
import { DateInput } from '~/ui/inputs'
import type { PickupDays } from '../model/pickup'

/** A day of those that the lot allows, and a half of it. */
export function SlotFields({
  on,
  part,
  days,
  optional,
}: {
  on: FieldMetadata<string>
  part: FieldMetadata<string>
  days: PickupDays
  optional?: boolean
}) {
  const t = useT(pickups)
  const format = useFormat()
  return (
    <div className="flex flex-col gap-5">
      <DateInput
        {...getInputProps(on, { type: 'date' })}
        key={on.key}
        min={days.first}
        max={days.last}
        label={t('on')}
        hint={t('onHint', { first: format.dayLong(days.first), last: format.dayLong(days.last) })}
        error={on.errors}
        optional={optional}
      />
      <ChoiceChips
        id={part.id}
        name={part.name}
        label={t('half')}
        error={part.errors}
        defaultValue={part.initialValue}
        optional={optional}
        choices={DAY_PARTS.map((value) => ({ value, label: t(`part.${value}`) }))}
      />
    </div>
  )
}

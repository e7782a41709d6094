import { DAY_PARTS } from '~/core/lot-terms'
import { pickups } from '~/messages/pickups'
import { FieldGroup } from '~/ui/field'
import { useFormat, useT } from '~/ui/i18n'
import { slotValue, weekdayOf } from '../model/offer'
import type { Slot } from '../model/pickup'

/** Half-days of a week side by side: several to offer (`checkbox`), or one of those offered to choose (`radio`). */
export function WeekStrip({
  id,
  name,
  kind,
  days,
  open,
  chosen = [],
  label,
  hint,
  error,
}: {
  id: string
  name: string
  kind: 'checkbox' | 'radio'
  days: readonly string[]
  /** The half-days that can be had; all of them when left out. */
  open?: readonly Slot[]
  /** Values chosen so far. */
  chosen?: readonly string[]
  label: string
  hint?: string
  error?: readonly string[]
}) {
  const t = useT(pickups)
  const format = useFormat()
  const values = open?.map(slotValue)
  return (
    <FieldGroup id={id} label={label} hint={hint} error={error}>
      <ul className="grid grid-cols-1 gap-2 sm:grid-cols-4 lg:grid-cols-7">
        {days.map((on) => (
          <li key={on} className="grid grid-cols-2 content-start gap-2 sm:grid-cols-1">
            <span id={`${id}-${on}`} className="col-span-full font-semibold">
              {t(`weekday.${weekdayOf(on)}`)} {format.dayShort(on)}
            </span>
            {DAY_PARTS.map((part) => {
              const value = slotValue({ on, part })
              const isOpen = values?.includes(value) ?? true
              if (!isOpen) return null
              return (
                <label key={part} className="chip justify-center px-2 text-sm whitespace-nowrap">
                  <input
                    type={kind}
                    name={name}
                    value={value}
                    defaultChecked={chosen.includes(value)}
                    aria-label={t('slot', { day: format.dayLong(on), part: t(`part.${part}`) })}
                  />
                  {t(`half-day.${part}`)}
                </label>
              )
            })}
          </li>
        ))}
      </ul>
    </FieldGroup>
  )
}

import { useState } from 'react'
import type { IsoDay } from '~/core/days'
import { textOf } from '~/features/lots/model/posting-answers'
import { fieldPost } from '~/messages/field-post'
import { useFormat, useT } from '~/ui/i18n'
import { DateInput } from '~/ui/inputs'
import { TapRadios } from '~/ui/tap-choices'
import { deadlineChips } from '../../model/post/deadlines'
import type { AnswerProps } from './answer-props'

const OTHER = 'other'

/** The day on which the lot goes to the skip: the usual ones at a tap, any other in the browser's own calendar. */
export function DeadlineChoice({
  id,
  answering: { answers },
  error,
  onAnswer,
  today,
  siteEndsOn,
  isLabelShown = false,
}: AnswerProps & {
  today: IsoDay
  siteEndsOn: IsoDay | null
  /** Where no heading says what is asked. */
  isLabelShown?: boolean
}) {
  const t = useT(fieldPost)
  const format = useFormat()
  const until = textOf(answers, 'availableUntil')
  const chips = deadlineChips(today, siteEndsOn)
  const isOther = until !== '' && !chips.some((chip) => chip.until === until)
  const [wantsOther, setWantsOther] = useState(false)
  const asksDay = wantsOther || isOther
  return (
    <TapRadios
      id={id}
      label={t('section.availableUntil')}
      hideLabel={!isLabelShown}
      hint={t('deadline.hint')}
      error={error}
      value={asksDay ? OTHER : until}
      onPick={(value) => {
        setWantsOther(value === OTHER)
        if (value !== OTHER) onAnswer({ availableUntil: value })
      }}
      choices={[
        ...chips.map(({ name, until: day }) => ({
          value: day,
          label: t(`deadline.${name}`),
          note: format.dayShort(day),
        })),
        {
          value: OTHER,
          label: t('deadline.other'),
          note: isOther && format.dayLong(until),
          isWide: chips.length % 2 === 0,
        },
      ]}
    >
      {asksDay && (
        <DateInput
          label={t('deadline.day')}
          min={today}
          value={until}
          onChange={({ currentTarget }) => onAnswer({ availableUntil: currentTarget.value })}
        />
      )}
    </TapRadios>
  )
}

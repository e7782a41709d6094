import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { LEGAL_STATUSES } from '~/features/reservations/model/handover'
import { fieldCheck } from '~/messages/field-check'
import { handovers } from '~/messages/handovers'
import { useT } from '~/ui/i18n'
import { DateInput, TextInput } from '~/ui/inputs'
import { TapRadios } from '~/ui/tap-choices'
import type { CheckProps, Typed } from './answers'

/** What the giver says of the sorting: status, who, when, what shows it. Proposed, so that it is read and not typed. */
export function CheckSorting({ reservation, answers, onAnswer }: CheckProps) {
  const t = useT(handovers)
  const tCheck = useT(fieldCheck)
  if (reservation.side !== 'giver') return null
  return (
    <details className="border-t-4 border-edge pt-4">
      <summary className="min-h-11 font-display text-xl font-bold">{tCheck('step.sorting')}</summary>
      <div className="flex flex-col gap-4 pt-4">
        <TapRadios
          label={t('sign.legalStatus')}
          columns={1}
          value={answers.legalStatus}
          onPick={(legalStatus) => onAnswer({ legalStatus })}
          choices={LEGAL_STATUSES.map((value) => ({ value, label: t(`sign.${value}`) }))}
        />
        <TextInput
          label={t('sign.operator')}
          hint={t('sign.operatorHint')}
          maxLength={160}
          value={answers.sortingOperator}
          onChange={({ currentTarget }: Typed) => onAnswer({ sortingOperator: currentTarget.value })}
        />
        <DateInput
          label={t('sign.sortedOn')}
          optional
          max={isoDayOf(nowMs())}
          value={answers.sortedOn}
          onChange={({ currentTarget }: Typed) => onAnswer({ sortedOn: currentTarget.value })}
        />
        <TextInput
          label={t('sign.evidence')}
          hint={t('sign.evidenceHint')}
          optional
          maxLength={500}
          value={answers.sortingEvidence}
          onChange={({ currentTarget }: Typed) => onAnswer({ sortingEvidence: currentTarget.value })}
        />
      </div>
    </details>
  )
}

import { useState } from 'react'
import { SignaturePad } from '~/features/reservations/ui/signature-pad'
import { fieldCheck } from '~/messages/field-check'
import { fieldWork } from '~/messages/field-work'
import { handovers } from '~/messages/handovers'
import { Checkbox } from '~/ui/choices'
import { useT } from '~/ui/i18n'
import { TextInput } from '~/ui/inputs'
import type { CheckProps, Typed } from './answers'

/** One's own signature, and the other side's where the phone is passed over. */
export function CheckSignatures({ reservation, answers, faultOf, onAnswer }: CheckProps) {
  const t = useT(handovers)
  const tWork = useT(fieldWork)
  const tCheck = useT(fieldCheck)
  const { otherName: who, otherMassG } = reservation
  const [isPassed, setIsPassed] = useState(answers.otherName !== '' || answers.otherDrawing !== '')
  const pass = (isChecked: boolean) => {
    setIsPassed(isChecked)
    if (!isChecked) onAnswer({ otherName: '', otherDrawing: '' })
  }
  return (
    <section aria-labelledby="sign" className="flex flex-col gap-4 border-t-4 border-edge pt-4">
      <h2 id="sign">{tCheck('step.sign')}</h2>
      <TextInput
        name="signedName"
        label={tWork('check.name')}
        hint={tWork('check.nameHint')}
        error={faultOf('signedName')}
        autoComplete="name"
        maxLength={120}
        value={answers.signedName}
        onChange={({ currentTarget }: Typed) => onAnswer({ signedName: currentTarget.value })}
      />
      <SignaturePad
        label={t('sign.drawing')}
        value={answers.drawing}
        onChange={(drawing) => onAnswer({ drawing })}
      />
      {otherMassG === null && (
        <Checkbox
          label={tCheck('passOver')}
          hint={tCheck('passOverText')}
          checked={isPassed}
          onChange={({ currentTarget }) => pass(currentTarget.checked)}
        />
      )}
      {isPassed && (
        <>
          <TextInput
            name="otherName"
            label={t('sign.otherName', { who })}
            error={faultOf('otherName')}
            autoComplete="off"
            maxLength={120}
            value={answers.otherName}
            onChange={({ currentTarget }: Typed) => onAnswer({ otherName: currentTarget.value })}
          />
          <SignaturePad
            label={t('sign.otherDrawing')}
            value={answers.otherDrawing}
            onChange={(otherDrawing) => onAnswer({ otherDrawing })}
          />
        </>
      )}
    </section>
  )
}

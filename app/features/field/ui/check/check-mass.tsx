import { useState } from 'react'
import { fieldCheck } from '~/messages/field-check'
import { fieldWork } from '~/messages/field-work'
import { useT } from '~/ui/i18n'
import { FileInput, NumberInput, TextInput } from '~/ui/inputs'
import { TapRadios } from '~/ui/tap-choices'
import { openFieldStore } from '../store/field-store'
import { keepSlip } from '../store/handover-acts'
import { usePhotoUrls } from '../store/use-photo-urls'
import type { CheckProps, Typed } from './answers'

/** The mass, and where it comes from: for a weighing, the number and a photo of its slip. */
export function CheckMass({ reservation, answers, faultOf, onAnswer }: CheckProps) {
  const t = useT(fieldWork)
  const tCheck = useT(fieldCheck)
  const hint =
    reservation.otherMassG !== null
      ? 'check.massHintOther'
      : reservation.expectedMassG === null
        ? 'check.massHintNone'
        : 'check.massHint'
  return (
    <section aria-labelledby="mass" className="flex flex-col gap-4 border-t-4 border-edge pt-4">
      <h2 id="mass">{tCheck('step.mass')}</h2>
      <TapRadios
        label={tCheck('method')}
        columns={1}
        value={answers.isWeighed ? 'weighed' : 'estimated'}
        onPick={(value) => onAnswer({ isWeighed: value === 'weighed' })}
        choices={[
          { value: 'estimated', label: tCheck('estimated') },
          { value: 'weighed', label: tCheck('weighed') },
        ]}
      />
      <NumberInput
        name="massKg"
        label={t('check.mass')}
        hint={t(hint)}
        error={faultOf('massKg')}
        suffix="kg"
        value={answers.massKg}
        onChange={({ currentTarget }: Typed) => onAnswer({ massKg: currentTarget.value })}
      />
      {answers.isWeighed && <Slip answers={answers} faultOf={faultOf} onAnswer={onAnswer} />}
    </section>
  )
}

function Slip({ answers, faultOf, onAnswer }: Omit<CheckProps, 'reservation'>) {
  const t = useT(fieldCheck)
  const [isFull, setIsFull] = useState(false)
  const { slipId, slipNumber } = answers
  const urls = usePhotoUrls('photos', slipId === '' ? [] : [{ id: slipId }])
  const take = async (file: File | undefined) => {
    if (!file) return
    const id = await keepSlip(openFieldStore(), file, slipId)
    setIsFull(id === null)
    if (id !== null) onAnswer({ slipId: id })
  }
  return (
    <>
      <FileInput
        name="slipId"
        label={t(slipId === '' ? 'slipTake' : 'slipAgain')}
        hint={t('slipHint')}
        error={faultOf('slipId') ?? (isFull ? t('slipFull') : null)}
        accept="image/*"
        onChange={({ currentTarget }) => void take(currentTarget.files?.[0])}
      />
      {slipId !== '' && (
        <p role="status" className="font-semibold">
          {t('slipKept')}
        </p>
      )}
      {urls[slipId] && <img src={urls[slipId]} alt={t('slip')} className="max-h-64 self-start rounded-md" />}
      <TextInput
        label={t('slipNumber')}
        maxLength={60}
        autoComplete="off"
        value={slipNumber}
        onChange={({ currentTarget }: Typed) => onAnswer({ slipNumber: currentTarget.value })}
      />
    </>
  )
}

import type { ReactNode } from 'react'
import { estimateMassG } from '~/core/material-masses'
import { massGOf, parseMilli, typedMilli, UNITS, type Unit } from '~/core/units'
import { textOf, type PostingAnswers } from '~/features/lots/model/posting-answers'
import { common } from '~/messages/common'
import { fieldPost } from '~/messages/field-post'
import { FieldGroup } from '~/ui/field'
import { useFormat, useT } from '~/ui/i18n'
import { MinusIcon, PlusIcon } from '~/ui/icons'
import { TapRadios } from '~/ui/tap-choices'
import { materialOf, unitOf, type Answering } from '../../model/post/answering'
import { quantityPresets } from '../../model/post/quantity-presets'
import { stepped } from '../../model/post/quantity-steps'
import { QuantityPresets } from './quantity-presets'

/** How much: two large keys around the figure, quantities at one tap, and the unit. */
export function QuantityChoice({
  id,
  answering,
  error,
  onAnswer,
}: {
  id: string
  answering: Answering
  error?: readonly string[]
  onAnswer: (given: PostingAnswers) => void
}) {
  const t = useT(fieldPost)
  const tCommon = useT(common)
  const format = useFormat()
  const unit = unitOf(answering)
  const text = textOf(answering.answers, 'quantity')
  const setMilli = (milli: number, more: PostingAnswers = {}) =>
    onAnswer({ quantity: typedMilli(milli), unit, ...more })
  return (
    <div className="flex flex-col gap-3">
      <FieldGroup id={id} label={t('section.quantity')} hideLabel error={error}>
        <div className="flex gap-2">
          <StepKey label={t('quantity.less')} onPress={() => setMilli(stepped(text, unit, -1))}>
            <MinusIcon />
          </StepKey>
          <div className="flex min-w-0 grow">
            <input
              className="control min-w-0 text-center text-2xl font-bold"
              inputMode="decimal"
              autoComplete="off"
              aria-label={`${t('quantity.label')} (${tCommon(`unit.${unit}`)})`}
              aria-describedby={error ? `${id}-error` : undefined}
              value={text}
              onChange={({ currentTarget }) => onAnswer({ quantity: currentTarget.value, unit })}
            />
            <span className="affix text-lg" aria-hidden>
              {format.unit(unit)}
            </span>
          </div>
          <StepKey label={t('quantity.more')} onPress={() => setMilli(stepped(text, unit, 1))}>
            <PlusIcon />
          </StepKey>
        </div>
        <MassNote answering={answering} />
        <QuantityPresets
          presets={quantityPresets(materialOf(answering), unit)}
          unit={unit}
          currentMilli={parseMilli(text) ?? 0}
          onQuantity={setMilli}
        />
      </FieldGroup>
      <TapRadios
        label={t('quantity.unit')}
        columns={6}
        tiles
        value={unit}
        onPick={(value) => onAnswer({ unit: value })}
        choices={UNITS.map((value) => ({ value, label: <UnitName unit={value} /> }))}
      />
    </div>
  )
}

/** The symbol of a unit, which assistive technology reads as its name. */
function UnitName({ unit }: { unit: Unit }) {
  const t = useT(common)
  const format = useFormat()
  return (
    <>
      <span className="text-lg" aria-hidden>
        {format.unit(unit)}
      </span>
      <span className="sr-only">{t(`unit.${unit}`)}</span>
    </>
  )
}

function StepKey({ label, onPress, children }: { label: string; onPress: () => void; children: ReactNode }) {
  return (
    <button type="button" className="step min-h-16 w-18 text-3xl" aria-label={label} onClick={onPress}>
      {children}
    </button>
  )
}

/** The figure as it is, told when it changes, with the mass that is reckoned from a published one. */
function MassNote({ answering }: { answering: Answering }) {
  const t = useT(fieldPost)
  const format = useFormat()
  const material = materialOf(answering)
  const unit = unitOf(answering)
  const milli = parseMilli(textOf(answering.answers, 'quantity')) ?? 0
  const estimate =
    material && milli > 0 && massGOf(milli, unit) === null ? estimateMassG(material, milli, unit) : null
  return (
    <p role="status" className="text-sm text-muted">
      {milli > 0 && <span className="sr-only">{format.quantity(milli, unit)}. </span>}
      {estimate && t('quantity.mass', { mass: format.mass(estimate.massG) })}
    </p>
  )
}

import { useEffect, useRef, useState, type ReactNode } from 'react'
import { interfaceTexts } from '~/messages/interface'
import { Field, useControlIds, type FieldProps } from './field'
import { useT } from './i18n'
import { MinusIcon, PlusIcon } from './icons'

/**
 * A whole number with two big keys. Without JavaScript it is the native number field alone.
 * `label` must be a text when the keys are to be named after it.
 */
export function Stepper({
  name,
  id,
  min = 0,
  max,
  step = 1,
  defaultValue,
  required,
  form,
  suffix,
  ...field
}: FieldProps & {
  label: string
  name: string
  id?: string
  min?: number
  max?: number
  step?: number
  defaultValue?: number | string
  required?: boolean
  form?: string
  suffix?: ReactNode
}) {
  const t = useT(interfaceTexts)
  const ids = useControlIds(field, id)
  const input = useRef<HTMLInputElement>(null)
  const [live, setLive] = useState(false)
  useEffect(() => setLive(true), [])

  function move(direction: 1 | -1) {
    const control = input.current
    if (!control) return
    if (direction === 1) control.stepUp()
    else control.stepDown()
    control.dispatchEvent(new Event('input', { bubbles: true }))
  }

  return (
    <Field ids={ids} {...field}>
      <div className="flex max-w-80 gap-2">
        {live && (
          <button
            type="button"
            className="step"
            onClick={() => move(-1)}
            aria-label={t('field.decrease', { label: field.label })}
          >
            <MinusIcon />
          </button>
        )}
        <div className="flex grow">
          <input
            ref={input}
            type="number"
            inputMode="numeric"
            className="control text-center text-xl font-semibold"
            name={name}
            form={form}
            min={min}
            max={max}
            step={step}
            defaultValue={defaultValue}
            required={required}
            {...ids}
          />
          {suffix && <span className="affix">{suffix}</span>}
        </div>
        {live && (
          <button
            type="button"
            className="step"
            onClick={() => move(1)}
            aria-label={t('field.increase', { label: field.label })}
          >
            <PlusIcon />
          </button>
        )}
      </div>
    </Field>
  )
}

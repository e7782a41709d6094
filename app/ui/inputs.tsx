import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { interfaceTexts } from '~/messages/interface'
import { Field, useControlIds, type FieldProps } from './field'
import { useT } from './i18n'

type Native<Attributes> = Omit<Attributes, 'children' | 'className'>
export type InputProps = FieldProps &
  Native<InputHTMLAttributes<HTMLInputElement>> & {
    /** A unit written after the figure, within the frame of the field. */
    suffix?: ReactNode
    /** Tailwind width of the control, such as `max-w-40`, to hint at the length of the answer. */
    width?: string
  }

/** Separates what the wrapper shows from what the native control takes. */
function split<P extends FieldProps>({ label, hint, error, optional, aside, hideLabel, ...native }: P) {
  return { field: { label, hint, error, optional, aside, hideLabel }, native }
}

/** One line of text. Takes conform's `getInputProps(field, { type: 'text' })` as it is. */
export function TextInput({ suffix, width = '', type = 'text', ...props }: InputProps) {
  const { field, native } = split(props)
  const ids = useControlIds(field, props.id)
  return (
    <Field ids={ids} {...field}>
      <div className={`flex ${width}`}>
        <input type={type} className="control" {...native} {...ids} />
        {suffix && <span className="affix">{suffix}</span>}
      </div>
    </Field>
  )
}

/** A decimal as people type it («12,5», «1 200»): text with the decimal keyboard; `parseMilli` reads it. */
export function NumberInput({ width = 'max-w-56', ...props }: InputProps) {
  return <TextInput autoComplete="off" {...props} type="text" inputMode="decimal" width={width} />
}

/** An amount in euros excluding VAT, typed as a decimal. */
export function MoneyInput(props: InputProps) {
  const t = useT(interfaceTexts)
  return <NumberInput suffix={t('field.exVat')} {...props} />
}

/** A day, `YYYY-MM-DD`, with the browser's own calendar. */
export function DateInput({ width = 'max-w-56', ...props }: InputProps) {
  return <TextInput {...props} type="date" width={width} />
}

/** A file, as the browser asks for it. `accept`, `multiple` and `capture` are native. */
export function FileInput(props: InputProps) {
  return <TextInput {...props} type="file" />
}

/** Several lines of text. */
export function Textarea({
  rows = 4,
  ...props
}: FieldProps & Native<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  const { field, native } = split(props)
  const ids = useControlIds(field, props.id)
  return (
    <Field ids={ids} {...field}>
      <textarea rows={rows} className="control" {...native} {...ids} />
    </Field>
  )
}

export type Option = { value: string; label: string; disabled?: boolean }
export type OptionGroup = { label: string; options: readonly Option[] }

/** A native list. `placeholder` is an empty first answer, «Choisir» by default; `null` leaves it out. */
export function Select({
  options,
  placeholder,
  ...props
}: FieldProps &
  Native<SelectHTMLAttributes<HTMLSelectElement>> & {
    options: readonly (Option | OptionGroup)[]
    placeholder?: string | null
  }) {
  const t = useT(interfaceTexts)
  const { field, native } = split(props)
  const ids = useControlIds(field, props.id)
  return (
    <Field ids={ids} {...field}>
      <select className="control" {...native} {...ids}>
        {placeholder !== null && <option value="">{placeholder ?? t('field.choose')}</option>}
        {options.map((entry) =>
          'options' in entry ? (
            <optgroup key={entry.label} label={entry.label}>
              {entry.options.map(optionElement)}
            </optgroup>
          ) : (
            optionElement(entry)
          ),
        )}
      </select>
    </Field>
  )
}

function optionElement({ value, label, disabled }: Option) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  )
}

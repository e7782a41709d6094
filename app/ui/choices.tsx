import { useId, type InputHTMLAttributes, type ReactNode } from 'react'
import { FieldError, FieldGroup, useControlIds, type FieldProps } from './field'

export type Choice = {
  value: string
  label: ReactNode
  hint?: ReactNode
  icon?: ReactNode
  disabled?: boolean
}

type GroupProps = FieldProps & {
  name: string
  id?: string
  form?: string
  choices: readonly Choice[]
  required?: boolean
}

/** One box to tick. Takes conform's `getInputProps(field, { type: 'checkbox' })` as it is. */
export function Checkbox({
  label,
  hint,
  error,
  ...native
}: Pick<FieldProps, 'label' | 'hint' | 'error'> &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'children' | 'className' | 'type'>) {
  const ids = useControlIds({ hint, error }, native.id)
  return (
    <div className="flex flex-col gap-1.5">
      <FieldError id={ids.id} error={error} />
      <div className="tick-row flex min-h-11 items-start gap-3 py-1.5">
        <input {...native} {...ids} type="checkbox" className="tick" />
        <div>
          <label htmlFor={ids.id} className="block pt-0.5 font-medium">
            {label}
          </label>
          {hint && (
            <p id={`${ids.id}-hint`} className="text-muted">
              {hint}
            </p>
          )}
        </div>
      </div>
    </div>
  )
}

/** One answer among a few that need a sentence each. */
export function RadioCards({
  name,
  choices,
  defaultValue,
  required,
  form,
  columns = 1,
  ...field
}: GroupProps & { defaultValue?: string; columns?: 1 | 2 | 3 }) {
  const made = useId()
  const id = field.id ?? made
  const grid = { 1: '', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-2 lg:grid-cols-3' }[columns]
  return (
    <FieldGroup {...field} id={id}>
      <div className={`grid gap-2 ${grid}`}>
        {choices.map((choice, index) => (
          <div key={choice.value} className="choice">
            <input
              type="radio"
              className="tick"
              id={`${id}-${index}`}
              name={name}
              form={form}
              value={choice.value}
              defaultChecked={choice.value === defaultValue}
              disabled={choice.disabled}
              required={required}
              aria-describedby={choice.hint ? `${id}-${index}-hint` : undefined}
            />
            <div className="min-w-0 grow">
              <label htmlFor={`${id}-${index}`} className="block font-semibold after:absolute after:inset-0">
                {choice.label}
              </label>
              {choice.hint && (
                <p id={`${id}-${index}-hint`} className="text-sm text-muted">
                  {choice.hint}
                </p>
              )}
            </div>
            {choice.icon}
          </div>
        ))}
      </div>
    </FieldGroup>
  )
}

/** Short answers side by side: one (`radio`) or several (`checkbox`) at a tap. */
export function ChoiceChips({
  name,
  choices,
  multiple = false,
  defaultValue,
  required,
  form,
  ...field
}: GroupProps & { multiple?: boolean; defaultValue?: string | readonly string[] }) {
  const made = useId()
  const id = field.id ?? made
  const chosen = typeof defaultValue === 'string' ? [defaultValue] : (defaultValue ?? [])
  return (
    <FieldGroup {...field} id={id}>
      <div className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <label key={choice.value} className="chip">
            <input
              type={multiple ? 'checkbox' : 'radio'}
              name={name}
              form={form}
              value={choice.value}
              defaultChecked={chosen.includes(choice.value)}
              disabled={choice.disabled}
              required={required && !multiple}
            />
            {choice.icon}
            {choice.label}
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}

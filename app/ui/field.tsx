import { useId, type ReactNode } from 'react'
import { interfaceTexts } from '~/messages/interface'
import { useT } from './i18n'
import { WarningIcon } from './icons'

export type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  /** A sentence, or conform's `field.errors`; the first one is shown. */
  error?: string | readonly string[] | null
  /** Says «facultatif»; a field is required unless told otherwise. */
  optional?: boolean
  /** A badge beside the label, such as «suggéré par l'IA». */
  aside?: ReactNode
  /** Keeps the label for assistive technology only, when the page shows it otherwise. */
  hideLabel?: boolean
}

export type ControlIds = {
  id: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

export function firstError(error: FieldProps['error']): string | null {
  return (typeof error === 'string' ? error : error?.[0]) || null
}

/** The ids that tie a control to its hint (`<id>-hint`) and error (`<id>-error`, as conform names it). */
export function useControlIds(field: Pick<FieldProps, 'hint' | 'error'>, id?: string): ControlIds {
  const made = useId()
  const own = id ?? made
  const invalid = firstError(field.error) !== null
  const described = [field.hint ? `${own}-hint` : '', invalid ? `${own}-error` : ''].filter(Boolean).join(' ')
  return { id: own, 'aria-invalid': invalid || undefined, 'aria-describedby': described || undefined }
}

export function FieldError({ id, error }: { id: string; error: FieldProps['error'] }) {
  const sentence = firstError(error)
  if (!sentence) return null
  return (
    <p id={`${id}-error`} className="flex gap-2 font-semibold text-danger">
      <WarningIcon className="mt-0.5 flex-none" />
      {sentence}
    </p>
  )
}

/** Label, hint, error, then the control given as children with the ids of `useControlIds`. */
export function Field({
  ids,
  label,
  hint,
  error,
  optional,
  aside,
  hideLabel,
  children,
}: FieldProps & { ids: ControlIds; children: ReactNode }) {
  const t = useT(interfaceTexts)
  return (
    <div className="flex flex-col gap-1.5">
      <div className={hideLabel ? 'sr-only' : 'flex flex-wrap items-center gap-x-3 gap-y-1'}>
        <label htmlFor={ids.id} className="font-semibold">
          {label}
          {optional && <span className="font-normal text-muted"> ({t('field.optional')})</span>}
        </label>
        {aside}
      </div>
      {hint && (
        <p id={`${ids.id}-hint`} className="text-muted">
          {hint}
        </p>
      )}
      <FieldError id={ids.id} error={error} />
      {children}
    </div>
  )
}

/** The same for a group of boxes or dots: a fieldset whose legend is the label. */
export function FieldGroup({
  id,
  label,
  hint,
  error,
  optional,
  aside,
  hideLabel,
  children,
}: FieldProps & { id: string; children: ReactNode }) {
  const t = useT(interfaceTexts)
  const described = [hint ? `${id}-hint` : '', firstError(error) ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ')
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={described || undefined} className="min-w-0">
      <legend className={hideLabel ? 'sr-only' : 'mb-1.5 font-semibold'}>
        {label}
        {optional && <span className="font-normal text-muted"> ({t('field.optional')})</span>}
        {aside && <span className="ml-3">{aside}</span>}
      </legend>
      <div className="flex flex-col gap-2">
        {hint && (
          <p id={`${id}-hint`} className="text-muted">
            {hint}
          </p>
        )}
        <FieldError id={id} error={error} />
        {children}
      </div>
    </fieldset>
  )
}

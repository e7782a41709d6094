import { useEffect, useRef } from 'react'
import { errorPages } from '~/messages/error-pages'
import { useT } from './i18n'

export type SummaryError = {
  /** The id of the control at fault; without it the sentence concerns the whole form. */
  fieldId?: string
  message: string
}

/**
 * What is to be corrected, at the top of a form that came back; takes the focus when it appears.
 * Renders nothing when there is no error.
 */
export function ErrorSummary({
  errors,
  id = 'error-summary',
}: {
  errors: readonly SummaryError[]
  id?: string
}) {
  const t = useT(errorPages)
  const box = useRef<HTMLDivElement>(null)
  const shown = errors.map(({ message }) => message).join('\n')
  useEffect(() => {
    if (shown) box.current?.focus()
  }, [shown])
  if (errors.length === 0) return null
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      className="rounded-md border-4 border-danger bg-card p-4"
    >
      <h2 id={`${id}-title`} className="text-xl text-danger">
        {t('summary.title', { count: errors.length })}
      </h2>
      <p className="mt-1 text-muted">{t('summary.kept')}</p>
      <ul className="mt-2 flex flex-col gap-1">
        {errors.map(({ fieldId, message }) => (
          <li key={`${fieldId ?? ''}${message}`}>
            {fieldId ? (
              <a href={`#${fieldId}`} className="inline-flex min-h-11 items-center font-semibold text-danger">
                {message}
              </a>
            ) : (
              <span className="font-semibold">{message}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** conform's fields as the entries of a summary: `summaryOf([form, fields.title, fields.quantity])`. */
export function summaryOf(
  fields: readonly { id?: string; name?: string; errors?: readonly string[] }[],
): SummaryError[] {
  return fields.flatMap(({ id, name, errors }) =>
    (errors ?? []).slice(0, 1).map((message) => (name ? { fieldId: id, message } : { message })),
  )
}

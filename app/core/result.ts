/** Why a command refused. Each code has one HTTP status (`app/http/status.ts`) and one sentence (`errors` catalogue). */
export type DomainErrorCode =
  | 'not-found'
  | 'forbidden'
  | 'invalid'
  | 'conflict'
  | 'out-of-stock'
  | 'whole-lot'
  | 'min-take'
  | 'not-open'
  | 'own-lot'
  | 'unit-mismatch'
  | 'photo-required'
  | 'photo-unreadable'
  | 'photo-too-large'
  | 'photo-type'
  | 'photo-limit'
  | 'photo-heic'
  | 'photo-gif'
  | 'photo-animated'
  | 'photo-pixels'
  | 'document-type'
  | 'document-too-large'
  | 'document-limit'
  | 'bad-credentials'
  | 'account-closed'
  | 'no-organisation'
  | 'email-unconfirmed'
  | 'siret-known'
  | 'link-expired'
  | 'last-owner'
  | 'last-admin'
  | 'own-account'
  | 'metropole-stays'
  | 'account-is-closed'
  | 'organisation-closed'
  | 'too-many-requests'
  | 'contact-limit'
  | 'busy'
  | 'classifier-off'
  | 'whole-units'
  | 'less-than-served'
  | 'pickup-days'
  | 'pickup-past'
  | 'far-position'
  | 'outside-area'
  | 'no-ept'
  | 'below-held'
  | 'held-unchangeable'
  | 'window-passed'
  | 'pickup-held'
  | 'stage-narrower'
  | 'edited-meanwhile'
  | 'site-has-lots'
  | 'other-account'
  | 'need-window-passed'
  | 'need-served'
  | 'line-has-lots'
  | 'survey-ahead'
  | 'weights-meanwhile'
  | 'weights-same'
  | 'vocabulary-meanwhile'
  | 'vocabulary-same'
  | 'vocabulary-full'
  | 'pair-message-limit'
  | 'pair-dismissed'
  | 'table-type'
  | 'table-old-format'
  | 'table-protected'
  | 'table-too-large'
  | 'table-suspicious'
  | 'table-unreadable'
  | 'table-empty'
  | 'table-rows'
  | 'table-columns'
  | 'basket-limit'
  | 'basket-lines'
  | 'import-rows'
  | 'import-too-large'
  | 'import-columns'
  | 'import-empty'
  | 'import-type'
  | 'import-limit'
  | 'import-no-product'
  | 'import-not-open'
  | 'import-faulty'
  | 'import-nothing'
  | 'import-same-file'
  | 'import-undo-late'
  | 'difference-required'
  | 'signed-since'
  | 'label-mistyped'
  | 'label-unknown'
  | 'label-taken'
  | 'label-elsewhere'
  | 'label-whole'
  | 'label-unread'

/** A refusal that the user can act on. `field` names the form field it belongs to; `params` fill the sentence. */
export type DomainError = {
  code: DomainErrorCode
  field?: string
  params?: Record<string, string | number>
}

export type Ok<T> = { ok: true; value: T }
export type Refused<E = DomainError> = { ok: false; error: E }
/** The outcome of a command: expected refusals are values, bugs throw. */
export type Result<T, E = DomainError> = Ok<T> | Refused<E>

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value }
}

export function refused(
  code: DomainErrorCode,
  more: { field?: string; params?: Record<string, string | number> } = {},
): Refused {
  return { ok: false, error: { code, ...more } }
}

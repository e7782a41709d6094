import type { DomainErrorCode } from '~/core/result'

/** The one table of HTTP statuses for refusals. */
export const STATUS = {
  'not-found': 404,
  forbidden: 403,
  invalid: 400,
  conflict: 409,
  'out-of-stock': 409,
  'not-open': 409,
  'own-lot': 409,
  'unit-mismatch': 400,
  'photo-required': 400,
  'photo-unreadable': 400,
  'photo-too-large': 413,
  'photo-type': 415,
  'photo-limit': 400,
  'document-type': 415,
  'document-too-large': 413,
  'document-limit': 400,
  'bad-credentials': 401,
  'too-many-requests': 429,
  busy: 503,
  'classifier-off': 503,
  'whole-units': 400,
} satisfies Record<DomainErrorCode, number>

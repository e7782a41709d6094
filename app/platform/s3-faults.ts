import { StoreError } from './object-store'

/** What a server says when it refuses, by its code, as an operator reads it; the codes are those of the S3 protocol. */
const REFUSALS: Readonly<Record<string, string>> = {
  InvalidAccessKeyId: 'it does not know STORAGE_ACCESS_KEY_ID',
  SignatureDoesNotMatch: 'STORAGE_SECRET_ACCESS_KEY is not the one of STORAGE_ACCESS_KEY_ID',
  NoSuchBucket: 'there is no such bucket',
  PermanentRedirect: 'the bucket is in another region or at another endpoint',
  AuthorizationHeaderMalformed: 'the region is not the one of the bucket',
  RequestTimeTooSkewed: 'the clocks of this machine and of the store are too far apart',
  BadDigest: 'what arrived is not what was sent',
  InvalidDigest: 'what arrived is not what was sent',
  XAmzContentSHA256Mismatch: 'what arrived is not what was sent',
}

/** What keeps a certificate from being believed, by Node's codes. */
const DISTRUSTED =
  /^(ERR_TLS_CERT_ALTNAME_INVALID|CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_)/

/** What a failed request to a store means, in a sentence; the error itself repeats the key, and is not passed on. */
export function storeFault(error: unknown, name: string, act: string): StoreError {
  const { code, status } = saidBy(error)
  const about = `${name} cannot ${act}`
  const refusal = REFUSALS[code] ?? (status === 403 ? `the key may not do so (${code})` : distrustOf(code))
  if (refusal !== null) return new StoreError(`${about}: ${refusal}`, { isRefusal: true })
  const isRefusal = status >= 300 && status < 500 && status !== 429
  const answer = status > 0 ? `it answers ${status} (${code})` : `nothing comes from it (${code})`
  return new StoreError(`${about}: ${answer}`, { isRefusal })
}

function distrustOf(code: string): string | null {
  if (!DISTRUSTED.test(code)) return null
  return `its certificate is not trusted (${code}); NODE_EXTRA_CA_CERTS names the file of whoever vouches for it`
}

export function isMissing(error: unknown): boolean {
  const { code } = saidBy(error)
  return code === 'NoSuchKey' || code === 'NotFound'
}

/** The code and the status of a failed request; status 0 when nothing was answered. */
function saidBy(error: unknown): { code: string; status: number } {
  if (!(error instanceof Error)) return { code: 'unknown', status: 0 }
  const status =
    ('$metadata' in error && (error.$metadata as { httpStatusCode?: number }).httpStatusCode) || 0
  const code = status === 0 && 'code' in error ? String(error.code) : error.name
  return { code, status }
}

import { Secret, TOTP } from 'otpauth'

/** As every authenticator application reads it (RFC 6238): SHA-1, six digits, 30 seconds. */
const SHAPE = { issuer: 'Gisement', algorithm: 'SHA1', digits: 6, period: 30 } as const

/** A new secret of 160 random bits, base32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The address that an application reads from a QR code (otpauth://). */
export function totpUri(secret: string, label: string): string {
  return new TOTP({ ...SHAPE, label, secret: Secret.fromBase32(secret) }).toString()
}

/** The 30-second step that a code belongs to: the current one, the one before or the one after; null for a wrong code. */
export function totpStepOf(secret: string, typed: string, nowMs: number): number | null {
  const token = typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const delta = TOTP.validate({
    ...{ token, secret: Secret.fromBase32(secret), window: 1, timestamp: nowMs },
    ...{ algorithm: SHAPE.algorithm, digits: SHAPE.digits, period: SHAPE.period },
  })
  return delta === null ? null : TOTP.counter({ period: SHAPE.period, timestamp: nowMs }) + delta
}

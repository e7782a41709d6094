import { randomBytes } from 'node:crypto'
import { makeRecoveryCodes, plainRecoveryCode } from './model/recovery-codes'
import { hashRecoveryCode } from './passwords.server'

/** Ten new codes to show once, with what is stored of them. */
export type RecoverySet = { codes: string[]; salt: string; hashes: string[] }

export async function makeRecoverySet(): Promise<RecoverySet> {
  const codes = makeRecoveryCodes(randomBytes)
  const salt = randomBytes(16).toString('base64url')
  const hashes = await Promise.all(
    codes.map((code) => hashRecoveryCode(plainRecoveryCode(code) ?? code, salt)),
  )
  return { codes, salt, hashes }
}

import { ok, refused, type Result } from '~/core/result'
import { isPassword } from '../passwords.server'
import { findCredentials } from '../queries.server'

/** Whether somebody signed in knows the password of their account; refuses `bad-credentials`. */
export async function checkPassword(email: string, password: string): Promise<Result<null>> {
  const credentials = await findCredentials(email)
  if (await isPassword(credentials?.passwordHash ?? null, password)) return ok(null)
  return refused('bad-credentials', { field: 'currentPassword' })
}

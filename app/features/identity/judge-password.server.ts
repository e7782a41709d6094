import { ok, refused, type Result } from '~/core/result'
import { hasLeaked } from '~/platform/breached-passwords.server'
import { isGuessable, wordsOf } from './model/guessable-password'

/**
 * Whether somebody may choose this password: not one that is guessed early (`password-guessable`), nor one that the
 * operator's list of leaks holds (`password-breached`).
 * @param about address, name and organisation of the person, as far as they are known
 */
export async function judgePassword(
  password: string,
  about: readonly (string | null | undefined)[],
): Promise<Result<null>> {
  const field = { field: 'password' }
  const known = about.filter((text): text is string => typeof text === 'string')
  if (isGuessable(password, wordsOf(known))) return refused('password-guessable', field)
  return (await hasLeaked(password)) ? refused('password-breached', field) : ok(null)
}

import { PREFERENCES, type Preference } from '../model/kinds'
import { getPaces } from '../queries.server'
import type { Subscription } from '../unsubscribe-link.server'
import { chooseMails } from './choose-mails.server'

/**
 * Ends, or begins again, the e-mails that a signed link names. Doing it twice changes nothing. From a summary, the
 * kinds that it ended begin again when they are named: the link alone does not know them.
 * @returns the kinds that were ended or begun
 */
export async function setSubscription(
  { userId, preference }: Subscription,
  wanted: boolean,
  named: readonly Preference[] = [],
): Promise<Preference[]> {
  if (preference !== 'digest') {
    await chooseMails(userId, { [preference]: wanted ? 'immediate' : 'off' })
    return [preference]
  }
  const paces = await getPaces(userId)
  const kinds = wanted ? named : PREFERENCES.filter((kind) => paces[kind] === 'daily')
  await chooseMails(userId, Object.fromEntries(kinds.map((kind) => [kind, wanted ? 'daily' : 'off'])))
  return [...kinds]
}

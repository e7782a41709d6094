import { CAPPED_PREFERENCES, PREFERENCES, type Pace, type Paces, type Preference } from '../model/kinds'
import { getPaces } from '../queries.server'
import type { Subscription } from '../unsubscribe-link.server'
import { chooseMails } from './choose-mails.server'

/** A kind that a link ended, with how its e-mails came before. */
export type EndedKind = { kind: Preference; pace: Pace }

/**
 * Ends, or begins again, the e-mails that a signed link names. Doing it twice changes nothing. The kinds begin again as
 * they are named: the link alone does not know which ones a summary ended, nor how they came.
 * @returns the kinds that were ended or begun, each with the pace that it had before it ended
 */
export async function setSubscription(
  { userId, preference }: Subscription,
  wanted: boolean,
  named: readonly EndedKind[] = [],
): Promise<EndedKind[]> {
  const paces = await getPaces(userId)
  const isSummary = preference === 'digest' || preference === 'capped-digest'
  if (!wanted) {
    const ended = isSummary ? endedWith(preference, paces) : [preference]
    await chooseMails(userId, choicesOf(ended.map((kind) => ({ kind, pace: 'off' }))))
    return ended.map((kind) => ({ kind, pace: paces[kind] }))
  }
  const begun = isSummary
    ? [...named]
    : [named.find(({ kind }) => kind === preference) ?? onceMore(preference)]
  await chooseMails(userId, choicesOf(begun.map((one) => (one.pace === 'off' ? onceMore(one.kind) : one))))
  return begun
}

function choicesOf(kinds: readonly EndedKind[]): Partial<Paces> {
  return Object.fromEntries(kinds.map(({ kind, pace }) => [kind, pace]))
}

function onceMore(kind: Preference): EndedKind {
  return { kind, pace: 'immediate' }
}

/** What comes in summaries, by choice or because a day had too many. */
function endedWith(name: 'digest' | 'capped-digest', paces: Paces): Preference[] {
  const capped: readonly Preference[] = name === 'capped-digest' ? CAPPED_PREFERENCES : []
  return PREFERENCES.filter((kind) => {
    const isCapped = capped.includes(kind) && paces[kind] !== 'off'
    return isCapped || paces[kind] === 'daily' || paces[kind] === 'weekly'
  })
}

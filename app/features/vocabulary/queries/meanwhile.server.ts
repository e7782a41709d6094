import { searchAbilities } from '~/platform/dialects/search-abilities.server'
import type { FollowedTexts } from '../followed-index.server'

/**
 * What a search does while its index in memory is not there. `wait`: it builds it and waits, as commands and jobs do, which
 * must be exact. `answer`: it lets it be built and has the database answer, where that can. `hold`: the same, and the
 * index is built by nobody, for who looks at the database's answers.
 */
export type Meanwhile = 'wait' | 'answer' | 'hold'

let meanwhile: Meanwhile = 'wait'

/** Says what the searches of this process do while an index is not there. */
export function setMeanwhile(does: Meanwhile): void {
  meanwhile = does
}

/** Whether the database is to answer a search now: its index is not there, and PostgreSQL has what it takes. */
export async function isDatabaseAsked(
  index: Pick<FollowedTexts<unknown>, 'isReady' | 'atHand'>,
): Promise<boolean> {
  if (meanwhile === 'wait' || index.isReady()) return false
  if (meanwhile === 'answer') index.atHand()
  return (await searchAbilities()) !== null
}

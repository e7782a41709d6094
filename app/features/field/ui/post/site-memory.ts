import { readMemory, remember, type SiteMemory } from '../../model/post/site-defaults'
import type { PostingAnswers } from '~/features/lots/model/posting-answers'

const PREFIX = 'gisement-terrain-chantiers:'

/** What this device remembers for an account of the last lot of each site; nothing where the browser keeps nothing. */
export function recallSites(userId: string): SiteMemory {
  try {
    return readMemory(localStorage.getItem(PREFIX + userId))
  } catch {
    return readMemory(null)
  }
}

/** Remembers a lot for the next one of its site. */
export function rememberSite(userId: string, answers: PostingAnswers): void {
  try {
    localStorage.setItem(PREFIX + userId, JSON.stringify(remember(recallSites(userId), answers)))
  } catch {
    // A browser that keeps nothing asks again.
  }
}

/** Forgets the sites of every account, as when somebody signs out. */
export function forgetSites(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key)
  } catch {
    // Nothing is kept, so nothing is to be forgotten.
  }
}

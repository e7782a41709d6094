import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import type { handoverFiles } from '~db/sqlite/handover-papers'
import type { reinstallations, storyConsents } from '~db/sqlite/stories'

export type HandoverFileRow = typeof handoverFiles.$inferSelect
export type ReinstallationRow = typeof reinstallations.$inferSelect
export type StoryConsentRow = typeof storyConsents.$inferSelect

/** A picture of what was put back to work. Its file is the caller's to store under the storage key. */
export function makeInstalledPicture(
  file: Pick<HandoverFileRow, 'reservationId' | 'userId' | 'sha256'> & Partial<HandoverFileRow>,
): HandoverFileRow {
  const id = file.id ?? newId()
  const hex = id.replaceAll('-', '')
  return {
    id,
    side: 'taker',
    kind: 'installed',
    isSynthetic: false,
    fileSha256: null,
    storageKey: `${hex.slice(-2)}/${hex.slice(0, 30)}-960.jpg`,
    createdAtMs: nowMs(),
    ...file,
  }
}

type Told = 'reservationId' | 'reinstalledOn' | 'communeCode' | 'words' | 'fileId' | 'userId'

/** What a taker says of how something was put back to work. */
export function makeReinstallation(
  told: Pick<ReinstallationRow, Told> & Partial<ReinstallationRow>,
): ReinstallationRow {
  return { id: newId(), createdAtMs: nowMs(), hiddenAtMs: null, ...told }
}

/** What one side allows of a story: to show it without its name by default. */
export function makeStoryConsent(
  consent: Pick<StoryConsentRow, 'reservationId' | 'side' | 'userId'> & Partial<StoryConsentRow>,
): StoryConsentRow {
  return { isPublic: true, isNamed: false, atMs: nowMs(), ...consent }
}

import { nowMs } from '~/core/clock'
import { newId } from '~/core/ids'
import type { classifications, photoEmbeddings } from '~db/sqlite/classifier'
import type { labelledExamples } from '~db/sqlite/examples'
import type { photos } from '~db/sqlite/photos'

export type PhotoRow = typeof photos.$inferSelect
export type ClassificationRow = typeof classifications.$inferSelect
export type EmbeddingRow = typeof photoEmbeddings.$inferSelect
export type ExampleRow = typeof labelledExamples.$inferSelect

/** The row of a photo that no lot shows yet. Its files are the caller's to store under the storage key. */
export function makePhoto(photo: Pick<PhotoRow, 'organisationId'> & Partial<PhotoRow>): PhotoRow {
  const id = photo.id ?? newId()
  const hex = id.replaceAll('-', '')
  return {
    id,
    lotId: null,
    messageId: null,
    position: 0,
    sha256: hex.padEnd(64, '0'),
    storageKey: `${hex.slice(-2)}/${hex.slice(0, 30)}`,
    filesSha256: null,
    width: 960,
    height: 720,
    isSynthetic: false,
    hasAvif: false,
    createdAtMs: nowMs(),
    ...photo,
  }
}

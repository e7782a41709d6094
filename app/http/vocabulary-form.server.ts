import type { VocabularyEntry } from '~/features/vocabulary/model/entries'
import { carriedTable } from '~/features/vocabulary/schema'
import { readFilesForm, type SentFile } from './read-photo-form.server'

const MEBIBYTE = 1024 * 1024
/** A file, or the table that was read of it, which weighs little more. */
const LIMITS = { maxParts: 10, maxFiles: 1, maxFileSize: 2 * MEBIBYTE, maxTotalSize: 8 * MEBIBYTE }

/** The form of an import with the file it may bring; null for another body, or one heavier than any table of words. */
export async function readTableForm(
  request: Request,
): Promise<{ form: FormData; file: SentFile | null } | null> {
  let file: SentFile | null = null
  try {
    const form = await readFilesForm(request, { file: (sent) => void (file = sent) }, LIMITS)
    return form && { form, file }
  } catch {
    return null
  }
}

/** The table that the page of a preview carries; null when it is not one of ours. */
export function carriedTableOf(form: FormData): VocabularyEntry[] | null {
  const text = form.get('table')
  if (typeof text !== 'string') return null
  try {
    const carried = carriedTable.safeParse(JSON.parse(text))
    return carried.success ? carried.data : null
  } catch {
    return null
  }
}

import { FormDataParseError, MultipartParseError, parseFormData } from '@remix-run/form-data-parser'
import { withoutNul } from './without-nul'

export type SentFile = {
  bytes: Uint8Array
  /** As the client calls it, shortened; for messages only. */
  name: string
}

/** Above the size of any accepted photo, so that a photo too large is refused by its name rather than cut off. */
const MAX_PART_BYTES = 60 * 1024 * 1024
const MAX_FILES = 40
const MAX_NAME = 80
/** Browsers send an empty nameless part for a file field left empty; the parser then names it itself. */
const NAMELESS = new Set(['', 'file-upload'])

type FormLimits = { maxFiles: number; maxFileSize: number; maxParts: number; maxTotalSize: number }

const PHOTO_LIMITS: FormLimits = {
  maxFiles: MAX_FILES,
  maxFileSize: MAX_PART_BYTES,
  maxParts: 200,
  maxTotalSize: MAX_PART_BYTES,
}

type Take = (file: SentFile) => void | Promise<void>

/** Reads a multipart form whose files are in one field: see `readFilesForm`. */
export function readPhotoForm(request: Request, field: string, take: Take): Promise<FormData | null> {
  return readFilesForm(request, { [field]: take })
}

/**
 * Reads a multipart form as it streams in: each file is given to the taker of its field, one at a time, and only the
 * other fields come back. Null when the body is no form, or one with absurdly many or large parts.
 */
export async function readFilesForm(
  request: Request,
  takers: Readonly<Record<string, Take>>,
  limits: FormLimits = PHOTO_LIMITS,
): Promise<FormData | null> {
  try {
    const form = await parseFormData(request, limits, async (file) => {
      const take = Object.hasOwn(takers, file.fieldName ?? '') ? takers[file.fieldName ?? ''] : undefined
      if (!take || (file.size === 0 && NAMELESS.has(file.name))) return
      await take({ bytes: new Uint8Array(await file.arrayBuffer()), name: shortName(file.name) })
    })
    return withoutNul(form)
  } catch (error) {
    if (error instanceof FormDataParseError || error instanceof MultipartParseError) return null
    throw error
  }
}

function shortName(name: string): string {
  const last = name.replaceAll('\0', '').split(/[\\/]/).at(-1)!
  return last.length > MAX_NAME ? `${last.slice(0, MAX_NAME)}…` : last
}

import {
  FormDataParseError,
  MaxFilesExceededError,
  MaxFileSizeExceededError,
  MaxPartsExceededError,
  MaxTotalSizeExceededError,
  parseFormData,
  type FileUpload,
} from '@remix-run/form-data-parser'
import { ok, refused, type Result } from '~/core/result'
import { MAX_PHOTO_BYTES, MAX_PHOTOS_PER_LOT } from '~/features/photos/model/limits'

export type UploadedPhoto = { name: string; bytes: Uint8Array }
/** The text fields of a multipart form, and its photos in order. Empty file fields are left out. */
export type Upload = { fields: FormData; photos: UploadedPhoto[] }

/**
 * Reads a multipart form as it streams in, within limits. A photo may pass its own limit by half here,
 * so that the sentence that refuses it can name it; what is far larger refuses the whole form.
 * Refuses `photo-too-large`, `photo-limit` and `invalid`.
 */
export async function parseUpload(request: Request): Promise<Result<Upload>> {
  const photos: UploadedPhoto[] = []
  const keep = async (file: FileUpload) => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (bytes.byteLength > 0) photos.push({ name: displayName(file.name), bytes })
    return undefined
  }
  const limits = { maxFileSize: MAX_PHOTO_BYTES * 1.5, maxFiles: MAX_PHOTOS_PER_LOT, maxParts: 60 }
  try {
    return ok({ fields: await parseFormData(request, limits, keep), photos })
  } catch (error) {
    if (error instanceof MaxFilesExceededError || error instanceof MaxPartsExceededError) {
      return refused('photo-limit', { field: 'photos' })
    }
    if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError) {
      return refused('photo-too-large', { field: 'photos', params: { name: '' } })
    }
    if (error instanceof FormDataParseError || error instanceof TypeError) return refused('invalid')
    throw error
  }
}

/** The client's file name for sentences only: no path, no control characters, short. */
function displayName(name: string): string {
  const base = name.split(/[\\/]/).pop() ?? ''
  return base.replace(/\p{Cc}/gu, '').slice(0, 80) || 'photo'
}

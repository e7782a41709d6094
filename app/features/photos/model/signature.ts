/** The image formats accepted, by the name the decoder gives them. */
export type PhotoFormat = 'jpeg' | 'png' | 'webp'

const JPEG = [0xff, 0xd8, 0xff]
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const RIFF = [0x52, 0x49, 0x46, 0x46]
const WEBP = [0x57, 0x45, 0x42, 0x50]

/**
 * The format that a file's first bytes announce (JPEG: ITU-T T.81; PNG: ISO/IEC 15948; WebP: RFC 9649), or null for
 * any other, so that no decoder of another format ever sees the file.
 */
export function formatOfBytes(bytes: Uint8Array): PhotoFormat | null {
  if (startsWith(bytes, JPEG)) return 'jpeg'
  if (startsWith(bytes, PNG)) return 'png'
  if (startsWith(bytes, RIFF) && startsWith(bytes.subarray(8), WEBP)) return 'webp'
  return null
}

/** Brands of HEIF files as phones write them (ISO/IEC 23008-12:2022, annex B), after the box name `ftyp`. */
const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']
const GIF = [0x47, 0x49, 0x46, 0x38]

/** What a file that is no accepted photo seems to be, so that the refusal can say what to do. */
export function refusedFormatOf(bytes: Uint8Array): 'heic' | 'gif' | null {
  if (startsWith(bytes, GIF)) return 'gif'
  const box = String.fromCharCode(...bytes.subarray(4, 12))
  return box.startsWith('ftyp') && HEIC_BRANDS.includes(box.slice(4)) ? 'heic' : null
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

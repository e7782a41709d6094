import { describe, expect, it } from 'vitest'
import { formatOfBytes } from './signature'

const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('the format that first bytes announce', () => {
  it.each([
    ['jpeg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0])],
    ['png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
    ['webp', bytesOf('RIFF....WEBPVP8 ')],
    [null, bytesOf('RIFF....WAVEfmt ')],
    [null, bytesOf('GIF89a')],
    [null, bytesOf('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    [null, bytesOf('%PDF-1.7')],
    [null, new Uint8Array([0xff, 0xd8])],
    [null, new Uint8Array()],
  ])('says %s', (format, bytes) => {
    expect(formatOfBytes(bytes)).toBe(format)
  })
})

import { deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import type { DomainErrorCode } from '~/core/result'
import { MAX_PIXELS } from '~/features/photos/model/limits'

/** A file that somebody sends as a photo, and what becomes of it: it is taken, or refused for a reason. */
export type HostilePhoto = {
  what: string
  name: string
  make: () => Promise<Uint8Array>
  fate: 'taken' | DomainErrorCode
}

const NOISE = { type: 'gaussian', mean: 128, sigma: 40 } as const

function noisy(width = 640, height = 480): Sharp {
  return sharp({ create: { width, height, channels: 3, background: '#8a6a4a', noise: NOISE } })
}

function plain(width: number, height: number): Sharp {
  return sharp({
    create: { width, height, channels: 3, background: '#8a6a4a' },
    limitInputPixels: false,
  })
}

/** A still of two frames: what a phone calls a live photo, what a joker calls a photo. */
async function animated(): Promise<Sharp> {
  const frames = await Promise.all(['#a00', '#00a'].map((background) => still(background)))
  return sharp(frames, { join: { animated: true } })
}

function still(background: string): Promise<Buffer> {
  return sharp({ create: { width: 64, height: 64, channels: 3, background } })
    .png()
    .toBuffer()
}

function chunk(type: string, body: Uint8Array): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length)
  head.write(type, 4, 'latin1')
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), body])))
  return Buffer.concat([head, body, checksum])
}

/** The checksum of PNG chunks (ISO/IEC 15948, annex D). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** A PNG that announces a size and holds these bytes as its image, whatever they are. */
function pngOf(width: number, height: number, packed: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A JPEG whose colour profile is noise. */
async function withBrokenProfile(): Promise<Uint8Array> {
  const jpeg = await noisy().jpeg().toBuffer()
  const junk = Buffer.from(Array.from({ length: 600 }, (_, at) => (at * 151) % 256))
  const body = Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), junk])
  const head = Buffer.from([0xff, 0xe2, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)])
}

async function cut(photo: Sharp, share: number): Promise<Uint8Array> {
  const bytes = await photo.toBuffer()
  return bytes.subarray(0, Math.floor(bytes.length * share))
}

const heic = Buffer.from([0, 0, 0, 24, ...Buffer.from('ftypheic', 'latin1'), ...new Uint8Array(40)])
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'
/** The side of the largest square photo that is taken. */
const SIDE = Math.floor(Math.sqrt(MAX_PIXELS))

const bytes = (made: Uint8Array) => () => Promise.resolve(made)
const text = (words: string) => bytes(new TextEncoder().encode(words))

/** Every shape of file that has ended an image service somewhere, made on the spot. */
export const HOSTILE_PHOTOS: readonly HostilePhoto[] = [
  {
    what: 'a JPEG cut short',
    name: 'coupee.jpg',
    make: () => cut(noisy().jpeg(), 0.6),
    fate: 'photo-unreadable',
  },
  {
    what: 'a JPEG of its first bytes only',
    name: 'debut.jpg',
    make: () => cut(noisy().jpeg(), 0.01),
    fate: 'photo-unreadable',
  },
  {
    what: 'a PNG cut short',
    name: 'coupee.png',
    make: () => cut(noisy().png(), 0.5),
    fate: 'photo-unreadable',
  },
  {
    what: 'a WebP cut short',
    name: 'coupee.webp',
    make: () => cut(noisy().webp(), 0.5),
    fate: 'photo-unreadable',
  },
  {
    what: 'a CMYK JPEG',
    name: 'imprimeur.jpg',
    make: () => noisy().toColourspace('cmyk').jpeg().toBuffer(),
    fate: 'taken',
  },
  {
    what: 'a progressive JPEG',
    name: 'progressive.jpg',
    make: () => noisy().jpeg({ progressive: true }).toBuffer(),
    fate: 'taken',
  },
  {
    what: 'a PNG of 16 bits',
    name: 'seize.png',
    make: () => noisy().toColourspace('rgb16').png().toBuffer(),
    fate: 'taken',
  },
  {
    what: 'a grey JPEG',
    name: 'grise.jpg',
    make: () => noisy().greyscale().jpeg().toBuffer(),
    fate: 'taken',
  },
  {
    what: 'a transparent PNG',
    name: 'vide.png',
    make: () => plain(300, 200).ensureAlpha(0).png().toBuffer(),
    fate: 'taken',
  },
  {
    what: 'a PNG of a palette',
    name: 'palette.png',
    make: () => noisy().png({ palette: true, colours: 16 }).toBuffer(),
    fate: 'taken',
  },
  {
    what: 'an animated WebP',
    name: 'animee.webp',
    make: async () => (await animated()).webp().toBuffer(),
    fate: 'photo-animated',
  },
  {
    what: 'an animated GIF',
    name: 'animee.gif',
    make: async () => (await animated()).gif().toBuffer(),
    fate: 'photo-gif',
  },
  { what: 'one pixel', name: 'pixel.png', make: () => plain(1, 1).png().toBuffer(), fate: 'taken' },
  {
    what: 'one column of 5000',
    name: 'colonne.png',
    make: () => plain(1, 5000).png().toBuffer(),
    fate: 'taken',
  },
  { what: 'one row of 5000', name: 'ligne.jpg', make: () => plain(5000, 1).jpeg().toBuffer(), fate: 'taken' },
  {
    what: 'all the pixels that are allowed',
    name: 'grande.png',
    make: () => plain(SIDE, SIDE).png().toBuffer(),
    fate: 'taken',
  },
  {
    what: 'a little more than is allowed',
    name: 'bombe.png',
    make: () =>
      plain(SIDE + 1, SIDE + 1)
        .png()
        .toBuffer(),
    fate: 'photo-pixels',
  },
  {
    what: 'a plain JPEG of 100 megapixels',
    name: 'cent.jpg',
    make: () => plain(10_000, 10_000).jpeg().toBuffer(),
    fate: 'photo-pixels',
  },
  {
    what: 'a header of 10,000 megapixels',
    name: 'annonce.png',
    make: bytes(pngOf(100_000, 100_000, deflateSync(new Uint8Array(9)))),
    fate: 'photo-pixels',
  },
  {
    what: 'a PNG of noise',
    name: 'bruit.png',
    make: bytes(pngOf(64, 64, new Uint8Array(500).fill(7))),
    fate: 'photo-unreadable',
  },
  { what: 'a broken colour profile', name: 'profil.jpg', make: withBrokenProfile, fate: 'taken' },
  { what: 'an SVG', name: 'dessin.svg', make: text(svg), fate: 'photo-type' },
  { what: 'an SVG called a JPEG', name: 'dessin.jpg', make: text(svg), fate: 'photo-type' },
  {
    what: 'the first bytes of an iPhone photo',
    name: 'IMG_1.HEIC',
    make: bytes(heic),
    fate: 'photo-heic',
  },
  {
    what: 'a text called a JPEG',
    name: 'notes.jpg',
    make: text('Trois portes, 83 × 204'),
    fate: 'photo-type',
  },
  { what: 'nothing', name: 'rien.jpg', make: text(''), fate: 'photo-unreadable' },
]

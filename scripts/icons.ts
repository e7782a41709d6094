import fs from 'node:fs'
import sharp from 'sharp'

/**
 * Draws the icons that phones ask for from `public/icon.svg`, whose ground fills the square. Phones cut a maskable icon
 * to a shape of their own: its sign is drawn smaller, within the inner four fifths (W3C manifest, 2024).
 */
const SOURCE = 'public/icon.svg'
const GROUND = '#f5f1e8'

async function main(): Promise<void> {
  const svg = fs.readFileSync(SOURCE)
  for (const size of [180, 192, 512]) await draw(svg, size, size, `public/icon-${size}.png`)
  await draw(svg, 512, 440, 'public/icon-maskable-512.png')
}

async function draw(svg: Buffer, size: number, sign: number, file: string): Promise<void> {
  const inner = await sharp(svg, { density: 144 }).resize(sign, sign).png().toBuffer()
  const square = sharp({ create: { width: size, height: size, channels: 3, background: GROUND } })
  await square
    .composite([{ input: inner }])
    .png({ palette: true })
    .toFile(file)
}

await main()

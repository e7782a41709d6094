import sharp from 'sharp'
import { expect, it } from 'vitest'
import { HAND_MADE_NUMBERS, handMadeFeatures } from './hand-made-features'

const plain = (background: string) =>
  sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .png()
    .toBuffer()

const stripes = (way: 'across' | 'down') => {
  const size = { width: 128, height: 128 }
  const data = Buffer.alloc(size.width * size.height * 3)
  for (let at = 0; at < size.width * size.height; at++) {
    const place = way === 'across' ? at % size.width : Math.floor(at / size.width)
    data.fill(place % 16 < 8 ? 255 : 0, at * 3, at * 3 + 3)
  }
  return sharp(data, { raw: { ...size, channels: 3 } })
    .png()
    .toBuffer()
}

it('describes every picture by as many finite numbers', async () => {
  const features = await handMadeFeatures(await plain('#c04020'))
  expect(features).toHaveLength(HAND_MADE_NUMBERS)
  expect(features.every(Number.isFinite)).toBe(true)
})

it('tells colours apart, and finds no edge in a plain picture', async () => {
  const [red, blue] = [
    await handMadeFeatures(await plain('#c02020')),
    await handMadeFeatures(await plain('#2020c0')),
  ]
  expect(red.slice(0, 72)).not.toEqual(blue.slice(0, 72))
  expect(red.slice(72, 216).every((edge) => edge === 0)).toBe(true)
})

it('tells the direction of stripes of the same colours', async () => {
  const [across, down] = [
    await handMadeFeatures(await stripes('across')),
    await handMadeFeatures(await stripes('down')),
  ]
  expect(across.slice(0, 72)).toEqual(down.slice(0, 72))
  expect(across.slice(72, 216)).not.toEqual(down.slice(72, 216))
})

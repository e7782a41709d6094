import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { MATERIAL_TYPES } from '~/core/material-types'
import { renderPicture, renderPictures, RECOGNISED_PICTURE } from './render-picture'
import { SHOTS, type PicturedMaterial, type ShotMaker } from './shots'

const SMALL = { width: 64, height: 48 }

async function meanColor(jpeg: Buffer): Promise<number[]> {
  const { channels } = await sharp(jpeg).stats()
  return channels.map(({ mean }) => mean)
}

describe('renderPicture', () => {
  it('gives a JPEG of the size asked for', async () => {
    const { format, width, height } = await sharp(
      await renderPicture({ material: 'door', seed: 1, ...SMALL }),
    ).metadata()
    expect({ format, width, height }).toEqual({ format: 'jpeg', ...SMALL })
  })

  it('gives the same bytes for the same job', async () => {
    const first = await renderPicture({ material: 'stone', seed: 2, ...SMALL })
    const again = await renderPicture({ material: 'stone', seed: 2, ...SMALL })
    expect(again.equals(first)).toBe(true)
  })

  it('gives other bytes for another seed, even with the same layout', async () => {
    const layouts = SHOTS.brick.length
    const first = await renderPicture({ material: 'brick', seed: 1, ...SMALL })
    const later = await renderPicture({ material: 'brick', seed: 1 + layouts, ...SMALL })
    expect(later.equals(first)).toBe(false)
  })

  it('takes a negative seed', async () => {
    expect((await renderPicture({ material: 'window', seed: -3, ...SMALL })).length).toBeGreaterThan(0)
  })

  it('shows brick as red rather than grey or blue', async () => {
    const [red, green, blue] = await meanColor(await renderPicture({ ...RECOGNISED_PICTURE, ...SMALL }))
    expect(red).toBeGreaterThan(green! * 1.1)
    expect(green).toBeGreaterThan(blue!)
  })
})

const pictured = MATERIAL_TYPES.filter((type): type is PicturedMaterial => type !== 'other')

describe.each(pictured)('%s', (material) => {
  it('has at least four layouts, each an exposed picture with some contrast', async () => {
    const shots: readonly ShotMaker[] = SHOTS[material]
    expect(shots.length).toBeGreaterThanOrEqual(4)
    for (let seed = 0; seed < shots.length; seed++) {
      const { channels } = await sharp(await renderPicture({ material, seed, ...SMALL })).stats()
      const mean = channels.reduce((sum, channel) => sum + channel.mean, 0) / 3
      const spread = Math.max(...channels.map(({ stdev }) => stdev))
      expect(mean).toBeGreaterThan(25)
      expect(mean).toBeLessThan(235)
      expect(spread).toBeGreaterThan(8)
    }
  })
})

describe('renderPictures', () => {
  it('answers every job in order', async () => {
    const jobs = [3, 1].map((seed) => ({ material: 'insulation' as const, seed, ...SMALL }))
    const seeds: number[] = []
    for await (const { job } of renderPictures(jobs)) seeds.push(job.seed)
    expect(seeds).toEqual([3, 1])
  })
})

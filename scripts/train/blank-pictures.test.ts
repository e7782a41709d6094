import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makeBlankPictures } from './blank-pictures'

const folder = mkdtempSync(path.join(tmpdir(), 'gisement-blank-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('makeBlankPictures', () => {
  it('makes the same pictures for the same seed, each its own source', async () => {
    const once = await makeBlankPictures(path.join(folder, 'once'), 7, 6)
    const again = await makeBlankPictures(path.join(folder, 'again'), 7, 6)
    expect(new Set(once.map(({ source }) => source)).size).toBe(once.length)
    once.forEach(({ file }, index) => {
      expect(readFileSync(file).equals(readFileSync(again[index]!.file))).toBe(true)
    })
  })
})

import { describe, expect, it } from 'vitest'
import { FACES, makeFace } from './make-fonts'
import { settable } from './settable'

const faces = FACES.map((face) => makeFace(face))
const characters = new Set(
  faces[0]?.characters.filter((point) => faces.every((face) => face.characters.includes(point))),
)

describe('what documents can set', () => {
  it('has every sign that the product writes, those its screens lack included', () => {
    const signs =
      'L’Haÿ-les-Roses Ÿ Œuvre œ « » “ ” – — … · • × ÷ € ² ³ ° ½ → ≥ ≤ ≈ ✓ ₂ \u00a0\u202f\u2011\u2212'
    expect(settable(signs, characters)).toBe(signs)
  })

  it('keeps the letter of an accent that the fonts lack', () => {
    expect(settable('Trần Văn ǎ', characters)).toBe('Tran Văn a')
  })

  it('composes letters that come in two parts', () => {
    expect(settable('E\u0301cole', characters)).toBe('École')
  })

  it('drops what cannot be drawn, with its space, and keeps the lines', () => {
    expect(settable('Porte 🚪 pleine\r\nbon\u0007 état \u{1f468}\u200d\u{1f527}', characters)).toBe(
      'Porte pleine\nbon état',
    )
  })
})

describe('the faces made for documents', () => {
  it('are TrueType files under 140 kB, each with its own outlines', () => {
    for (const { bytes } of faces) {
      expect([...bytes.subarray(0, 4)]).toEqual([0, 1, 0, 0])
      expect(bytes.length).toBeLessThan(140_000)
    }
    expect(Buffer.compare(faces[1]!.bytes, faces[2]!.bytes)).not.toBe(0)
  })
})

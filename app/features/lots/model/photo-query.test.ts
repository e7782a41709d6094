import { describe, expect, it } from 'vitest'
import { photoQuery, readPhotoQuery } from './photo-query'

describe('a photo in an address', () => {
  it('comes back as it was', () => {
    const vector = Int8Array.from({ length: 64 }, (_, index) => ((index * 37) % 255) - 127)
    const asked = { modelVersion: '0123456789ab', vector }
    expect(readPhotoQuery(new URLSearchParams(photoQuery(asked)))).toEqual(asked)
  })

  it.each([
    ['no photo', '', null],
    ['a photo without its model', '?image=AAAA', 'unreadable'],
    ['what is no vector', '?modele=abc&image=%C3%A9%C3%A9', 'unreadable'],
    ['a length that no vector has', '?modele=abc&image=AAAAA', 'unreadable'],
    ['far too much', `?modele=abc&image=${'A'.repeat(4000)}`, 'unreadable'],
  ])('is told apart from %s', (_name, query, read) => {
    expect(readPhotoQuery(new URLSearchParams(query))).toEqual(read)
  })
})

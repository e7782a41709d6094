import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEnv } from './env.server'
import { nameOfChoice, parseModelChoice } from './model-choice'

describe('parseModelChoice', () => {
  it.each([
    ['/srv/models/clip', { kind: 'folder', folder: '/srv/models/clip' }],
    ['./models/clip', { kind: 'folder', folder: path.resolve('models/clip') }],
    ['../clip', { kind: 'folder', folder: path.resolve('../clip') }],
    ['org/name', { kind: 'hub', id: 'org/name', revision: 'main' }],
    ['org-1/name.v2@3f2a91c', { kind: 'hub', id: 'org-1/name.v2', revision: '3f2a91c' }],
    ['org/name@v1.0', { kind: 'hub', id: 'org/name', revision: 'v1.0' }],
  ])('reads %s', (text, choice) => {
    expect(parseModelChoice(text)).toEqual(choice)
  })

  it.each([
    'clip',
    'a/b/c',
    'org/',
    '/ name'.slice(1),
    'org/../x',
    'org/.hidden',
    'org/name@',
    'org/name@../up',
    'https://hub.example/org/name',
    'org/name?x=1',
  ])('refuses %s', (text) => {
    expect(parseModelChoice(text)).toBeNull()
  })
})

describe('nameOfChoice', () => {
  it.each(['/srv/models/clip', 'org/name@main'])('writes %s back', (text) => {
    expect(nameOfChoice(parseModelChoice(text)!)).toBe(text)
  })
})

describe('the environment', () => {
  it('chooses no model by default, and the public hub when one is named', () => {
    const settings = readEnv({} as NodeJS.ProcessEnv)
    expect(settings).toMatchObject({ chosenModel: null, hubUrl: 'https://huggingface.co' })
    expect(settings.modelsDir).toBe(path.join(settings.dataDir, 'models'))
  })

  it('refuses a name that is neither a path nor of a hub, and says how to write one', () => {
    expect(() => readEnv({ NODE_ENV: 'test', CLASSIFIER_MODEL: 'clip' })).toThrow(
      /CLASSIFIER_MODEL: name a folder .* organisation\/name/,
    )
  })

  it('takes a mirror of the hub, without its slash', () => {
    const settings = readEnv({ NODE_ENV: 'test', CLASSIFIER_HUB_URL: 'http://127.0.0.1:9/hub/' })
    expect(settings.hubUrl).toBe('http://127.0.0.1:9/hub')
  })
})

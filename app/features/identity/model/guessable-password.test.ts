import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { newPasswordField } from '~/schema/fields'
import { isGuessable, wordsOf, worthOf } from './guessable-password'
import { CONTEXT_WORDS } from './password-words'

describe('a password that is found early', () => {
  it.each([
    ['one word and a year', 'motdepasse2026'],
    ['the same with signs for letters', 'M0tD3P@sse!2026'],
    ['words kept apart', 'mot de passe 1234'],
    ['two common words', 'soleil-chocolat'],
    ['rows of keys', 'azertyuiopqsdf'],
    ['rows of another keyboard', 'qwertyuiop1234'],
    ['figures in their order', '123456789012'],
    ['figures backwards', '098765432109'],
    ['one letter', 'aaaaaaaaaaaaaaaa'],
    ['a word again and again', 'xkqxkqxkqxkqxkq'],
    ['spaces', '              '],
    ['English words', 'Password123456!'],
  ])('%s: %s', (_, password) => {
    expect(isGuessable(password)).toBe(true)
  })

  it.each(CONTEXT_WORDS)('ASVS 6.2.11: «%s» counts for one character', (word) => {
    expect(worthOf(word)).toBe(1)
    expect(isGuessable(`${word}2026!`)).toBe(true)
    expect(isGuessable(`${word}${word.toUpperCase()}123`)).toBe(true)
  })

  it('ASVS 6.2.11: so do the words of the person’s address, name and organisation', () => {
    const own = wordsOf(['noor.modele@exemple.fr', 'Noor Modèle-Durand', 'Atelier Zinguerie'])
    for (const password of ['Zinguerie-2026', 'noormodele1234', 'DURAND.exemple.1', 'atelierzinguerie']) {
      expect(isGuessable(password, own), password).toBe(true)
    }
    expect(isGuessable('Zinguerie-Kf8vQ2mX', own)).toBe(false)
  })
})

describe('a password that is not', () => {
  it.each(['une phrase assez longue', 'le renard saute le muret', 'correct horse battery staple'])(
    '%s',
    (password) => {
      expect(isGuessable(password, wordsOf(['lou@exemple.fr', 'Lou Modèle', 'Mairie']))).toBe(false)
    },
  )

  it('ASVS 6.2.5: of any composition: letters alone, figures alone, signs, other scripts, spaces', () => {
    const given = [
      'kfvqmxwzhpbd',
      '492750183647',
      '#¤%&/()=?`^*',
      'длиннаяфраза',
      '   q w t z r x n p   ',
      '🦊🌳🧱🪟🚪🪑🛁🧯🪜🧰🪚🔩',
    ]
    for (const password of given) {
      expect(newPasswordField.parse(password), password).toBe(password)
      expect(isGuessable(password), password).toBe(false)
    }
  })

  it('as a password manager makes them, each of a thousand', () => {
    for (let made = 0; made < 1000; made += 1) {
      expect(isGuessable(randomBytes(12).toString('base64'))).toBe(false)
    }
  })

  it('is judged within a moment, however long it may be', () => {
    const startedAt = performance.now()
    worthOf('ab'.repeat(100))
    expect(performance.now() - startedAt).toBeLessThan(500)
  })
})

describe('the length of a new password', () => {
  it('ASVS 6.2.1: is twelve characters at least', () => {
    expect(newPasswordField.safeParse('kfvqmxwzhpb').success).toBe(false)
    expect(newPasswordField.safeParse('kfvqmxwzhpbd').success).toBe(true)
  })

  it('ASVS 6.2.9: may be 64 characters and more, to 200', () => {
    const long = randomBytes(150).toString('base64')
    for (const length of [64, 65, 128, 200]) {
      expect(newPasswordField.parse(long.slice(0, length))).toHaveLength(length)
    }
  })
})

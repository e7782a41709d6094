import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { MODEL_FAULTS } from '~/features/classifier/model/model-fault'
import type { AiRegister } from '~/features/classifier/register-schema'
import { LOCALES, type Locale } from '~/core/locale'
import { LocaleProvider } from '~/ui/i18n'
import { InService } from './answer'

const ON = { environment: 'on', setting: 'on', organisationsOff: 0 } as const

function htmlOf(register: Partial<AiRegister>, locale: Locale = 'fr'): string {
  return renderToStaticMarkup(
    <LocaleProvider locale={locale}>
      <InService {...({ inService: false, unavailable: null, switches: ON, ...register } as AiRegister)} />
    </LocaleProvider>,
  )
}

describe('why the classifier does not run, in public', () => {
  it.each([
    ['not-built', 'n’est pas installé'],
    ['folder-missing', 'introuvable'],
    ['unsupported', 'n’est pas un modèle'],
    ['incomplete', 'manque des fichiers'],
    ['hub-unreachable', 'hors d’atteinte'],
    ['hub-refused', 'refuse le modèle'],
    ['unloadable', 'ne se charge pas'],
    ['preparing', 'pas encore prêt'],
  ] as const)('%s: %s', (unavailable, words) => {
    expect(htmlOf({ unavailable })).toContain(words)
  })

  it.each(LOCALES)('has a sentence of its own for each reason, in %s', (locale) => {
    const pages = MODEL_FAULTS.map((unavailable) => htmlOf({ unavailable }, locale))
    expect(new Set(pages).size).toBe(MODEL_FAULTS.length)
    pages.forEach((page, index) => expect(page).not.toContain(`>${MODEL_FAULTS[index]}<`))
  })

  it.each([
    ['the operator', { ...ON, environment: 'off' }, 'L’exploitant l’a arrêtée'],
    ['the team', { ...ON, setting: 'off' }, 'L’équipe de la Métropole l’a arrêtée'],
  ] as const)('names %s who switched it off rather than a fault', (_who, switches, words) => {
    const html = htmlOf({ switches, unavailable: 'preparing' })
    expect(html).toContain(words)
    expect(html).not.toContain('pas encore prêt')
  })
})

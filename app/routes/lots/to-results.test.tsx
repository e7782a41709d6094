import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LocaleProvider } from '~/ui/i18n'
import { ToResults } from './to-results'

const html = (q: string, total: number) =>
  renderToStaticMarkup(
    <LocaleProvider locale="fr">
      <ToResults search={{ q, attributs: {}, page: 1 }} total={total} />
    </LocaleProvider>,
  )

it('leads past the form to what a search found, and is not there without a search or a result', () => {
  expect(html('porte', 16)).toMatch(/href="#results"[^>]*>Voir les 16 lots</)
  expect(html('porte', 1)).toContain('Voir le lot trouvé')
  expect(html('porte', 0)).toBe('')
  expect(html('', 200)).toBe('')
})

import { argsOf, requestAs } from '~tests/support/requests'
import { expect, it } from 'vitest'
import { accessibilityStatement } from '~/core/accessibility/statement'
import { loader as page } from '~/routes/accessibility/route'
import { loader as csv } from '~/routes/accessibility-csv/route'

it('the statement and its CSV tell the 106 criteria as the committed run gives them', async () => {
  const { measured, criteria } = accessibilityStatement()
  const shown = page()
  expect(shown.criteria).toEqual(criteria)
  expect(shown.counts.reduce((total, { count }) => total + count, 0)).toBe(106)
  expect(shown.run).toMatchObject({ day: measured.day, pages: measured.pages.length, views: measured.views })
  const lines = (await (await csv(argsOf(await requestAs(null, '/accessibilite.csv')))).text())
    .trim()
    .split('\r\n')
  expect(lines).toHaveLength(107)
  expect(lines[0]).toContain('Numéro;Thème;Critère;État;Regardé par')
  expect(lines.find((line) => line.startsWith('3.2;'))).toMatch(
    /;Couleurs;Textes.: contraste suffisant.*;En partie, sans défaut trouvé;axe: color-contrast$/,
  )
  // No criterion is ever told as met.
  expect(lines.join()).not.toMatch(/;Conforme;/)
})

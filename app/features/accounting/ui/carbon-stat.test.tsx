import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { accounting } from '~/messages/accounting'
import { translator } from '~/messages/catalogue'
import { CarbonStat } from './carbon-stat'

const t = translator('fr', accounting)
const LEFT = 'Au moins : des remises n’y sont pas.'
const text = (claim: { netKg: number | null; claims: number; total: number }, left: string | null) =>
  renderToStaticMarkup(<CarbonStat claim={claim} source="Base" left={left} more="Voir" />)

it('says of net emissions which handovers they leave out, and beside it how many have a factor', () => {
  const partial = text({ netKg: 1200, claims: 2, total: 3 }, LEFT)
  expect(partial).toContain(LEFT)
  expect(partial).toContain(t('carbon.claims', { count: 2, total: 3 }))
  expect(text({ netKg: 1200, claims: 2, total: 3 }, null)).not.toContain(LEFT)
})

it('says «too few» where only those left out have a factor, and «no figure» where none has', () => {
  const few = text({ netKg: null, claims: 0, total: 3 }, LEFT)
  expect(few).toContain(t('rate.few'))
  expect(few).toContain(LEFT)
  expect(few).not.toContain(t('carbon.noneText'))
  const none = text({ netKg: null, claims: 0, total: 3 }, null)
  expect(none).toContain(t('carbon.none'))
  expect(none).toContain(t('carbon.noneText'))
})

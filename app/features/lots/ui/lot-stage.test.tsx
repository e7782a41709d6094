import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LocaleProvider } from '~/ui/i18n'
import type { LotView } from '../model/lot'
import { LotStages } from './lot-stage'

const STAGED = { publicFrom: '2026-09-01', territory: null, territoryCode: null, territoryFrom: null }

it.each([
  ['published', '2026-09-15', true, null],
  ['published', '2026-08-15', true, /Avant son tour/],
  ['paused', '2026-09-15', false, /par son adresse/],
  ['withdrawn', '2026-09-15', false, /par son adresse/],
] as const)('a lot that is %s on %s marks a stage as current: %s', (status, today, isMarked, note) => {
  const lot = { ...STAGED, status } as LotView
  const html = renderToStaticMarkup(
    <LocaleProvider locale="fr">
      <LotStages lot={lot} today={today} territoryName={null} />
    </LocaleProvider>,
  )
  expect(html.includes('aria-current="step"')).toBe(isMarked)
  if (note) expect(html).toMatch(note)
  else expect(html).not.toMatch(/Avant son tour|par son adresse/)
})

import type { Page } from '@playwright/test'
import { expect } from './fixtures'

export type CommuneRate = { shown: string; numeratorKg: number; denominatorKg: number; rate: number }

/** Opens a commune's page: the rate as shown, and the exact masses of the export that it offers. */
export async function readCommuneRate(
  page: Page,
  commune: { code: string; name: string },
): Promise<CommuneRate> {
  await page.goto(`/communes/${commune.code}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(commune.name)
  const main = await page.getByRole('main').innerText()
  const shown = /Taux de réemploi local\s+([\d\s,]+)\s%/.exec(main)?.[1]
  expect(shown, 'the rate in figures').toBeTruthy()
  const csv = await (await page.request.get('/communes.csv')).text()
  const [header, ...rows] = csv
    .replace('\ufeff', '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(';'))
  const row = rows.find((cells) => cells.includes(commune.code)) ?? []
  const cell = (name: RegExp) =>
    Number((row[header!.findIndex((title) => name.test(title))] ?? '').replace(',', '.'))
  const numeratorKg = cell(/remis.*kg/i)
  const denominatorKg = cell(/inventori.*kg/i)
  return { shown: shown!, numeratorKg, denominatorKg, rate: numeratorKg / denominatorKg }
}

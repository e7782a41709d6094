import { text } from 'node:stream/consumers'
import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures'

export type CsvRows = Record<string, string>[]

/** Follows a download link and gives the rows by their column titles. */
export async function downloadedCsv(page: Page, link: Locator): Promise<CsvRows> {
  const href = await link.getAttribute('href')
  expect(href, 'the address of a file').toBeTruthy()
  const reply = await page.request.get(href!)
  expect(reply.status(), href!).toBe(200)
  expect(reply.headers()['content-type']).toContain('text/csv')
  return rowsOf(await reply.text())
}

/** The text of the file that an act downloads. */
export async function downloaded(page: Page, act: () => Promise<void>): Promise<string> {
  const coming = page.waitForEvent('download')
  await act()
  return text(await (await coming).createReadStream())
}

function rowsOf(text: string): CsvRows {
  const [header = [], ...rows] = text.replace('\ufeff', '').trim().split('\r\n').map(cellsOf)
  return rows.map((cells) => Object.fromEntries(header.map((title, index) => [title, cells[index] ?? ''])))
}

function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  )
}

/** A number as a French file writes it. */
export function numberOf(cell: string | undefined): number {
  return Number((cell ?? '').replace(',', '.'))
}

/** The sum of a column, to the gram. */
export function sumOf(rows: CsvRows, column: string): number {
  return Math.round(rows.reduce((sum, row) => sum + numberOf(row[column]), 0) * 1000) / 1000
}

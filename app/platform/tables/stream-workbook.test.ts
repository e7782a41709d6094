import fc from 'fast-check'
import readWorkbook from 'read-excel-file/node'
import { expect, it } from 'vitest'
import { streamWorkbook } from './stream-workbook.server'

type Cell = string | number | null

async function* pagesOf(...pages: Cell[][][]) {
  for (const page of pages) yield await Promise.resolve(page)
}

async function bytesOf(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const part of parts) all.push(part)
  return Buffer.concat(all)
}

async function rowsOf(headings: string[], ...pages: Cell[][][]): Promise<unknown[][]> {
  const bytes = await bytesOf(streamWorkbook('Lots', headings, pagesOf(...pages)))
  const [sheet] = (await readWorkbook(bytes)) as unknown as { data: unknown[][] }[]
  return sheet!.data
}

it('is read back as it was written, across pages', async () => {
  expect(await rowsOf(['Titre', 'Quantité'], [['Porte <830> & "cadre"', 12.5]], [[null, 3]], [])).toEqual([
    ['Titre', 'Quantité'],
    ['Porte <830> & "cadre"', 12.5],
    [null, 3],
  ])
})

it('keeps what looks like a formula as text', async () => {
  const formulas = ['=1+1', '@SUM(A1)', '+33', '-2', '=HYPERLINK("http://a")']
  expect(
    await rowsOf(
      ['a'],
      formulas.map((text) => [text]),
    ),
  ).toEqual([['a'], ...formulas.map((text) => [text])])
})

it('holds any text, without the characters that XML cannot', async () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .filter((one) => one.trim() === one)
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
      const rows = await rowsOf(
        ['x'],
        texts.map((one) => [one, 1]),
      )
      const clean = texts.map((one) =>
        one.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''),
      )
      expect(rows.slice(1).map(([cell]) => cell ?? '')).toEqual(
        clean.map((one) => one.replace(/\r\n?/g, '\n')),
      )
    }),
    { numRuns: 40 },
  )
})

it('holds no more than a few pages in memory, however many there are', async () => {
  let made = 0
  let sent = 0
  async function* many() {
    for (let page = 0; page < 200; page++) {
      made += 500
      yield await Promise.resolve(
        Array.from({ length: 500 }, (_, row) => [`${page}-${row} ${Math.random()}`, row] as Cell[]),
      )
    }
  }
  let ahead = 0
  for await (const part of streamWorkbook('Lots', ['a', 'b'], many())) {
    sent += part.length
    // A row of this sheet takes about 20 bytes compressed.
    ahead = Math.max(ahead, made - sent / 20)
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(made).toBe(100_000)
  expect(ahead).toBeLessThan(50_000)
})

it('fails as its rows fail', async () => {
  async function* broken(): AsyncGenerator<Cell[][]> {
    yield await Promise.resolve([['a']])
    throw new Error('no more rows')
  }
  await expect(bytesOf(streamWorkbook('Lots', ['a'], broken()))).rejects.toThrow('no more rows')
})

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { buildWorkbook, deflatedZip, file, workbookFiles } from '~tests/support/workbook'
import { parseTable } from './parse-table'
import { storeZip } from './stored-zip'
import { unpackZip } from './zip-archive'

const LIMIT = { maxRows: 2000 }

async function read(bytes: Uint8Array | string, name = 'metre.csv', options = LIMIT) {
  const given = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
  return parseTable({ bytes: given, name }, options)
}

async function rowsOf(bytes: Uint8Array | string, name?: string) {
  const table = await read(bytes, name)
  return table.ok ? table.value.rows : table.error.code
}

async function codeOf(bytes: Uint8Array | string, name?: string, options = LIMIT) {
  const table = await read(bytes, name, options)
  return table.ok ? 'read' : table.error.code
}

describe('a CSV text', () => {
  const ROWS = [
    ['Désignation', 'Qté', 'U'],
    ['Dalle moquette 50×50', '1 234,56', 'm²'],
  ]
  it.each([
    ['semicolons', 'Désignation;Qté;U\r\nDalle moquette 50×50;1 234,56;m²\r\n'],
    ['semicolons and a mark', '\ufeffDésignation;Qté;U\nDalle moquette 50×50;1 234,56;m²'],
    ['tabs', 'Désignation\tQté\tU\nDalle moquette 50×50\t1 234,56\tm²'],
    ['commas and quotes', 'Désignation,Qté,U\n"Dalle moquette 50×50","1 234,56",m²'],
    ['bars', 'Désignation|Qté|U\nDalle moquette 50×50|1 234,56|m²'],
    ['empty lines and cells', '\n;;\nDésignation;Qté;U;;\n;;;\nDalle moquette  50×50 ;1 234,56;m²;;\n'],
  ])('with %s', async (_name, text) => {
    expect(await rowsOf(text)).toEqual(ROWS)
  })

  it('in Windows-1252, as old spreadsheets write it', async () => {
    expect(await rowsOf(Buffer.from('Désignation;Qté\nPièce à 3 €;2', 'latin1').fill(0x80, 26, 27))).toEqual([
      ['Désignation', 'Qté'],
      ['Pièce à 3 €', '2'],
    ])
  })

  it('in UTF-16, as «Texte Unicode» is saved', async () => {
    expect(await rowsOf(Buffer.from('\ufeffPorte\t3\tu', 'utf16le'))).toEqual([['Porte', '3', 'u']])
  })

  it('tells where each row stands in the file', async () => {
    const table = await read('Désignation;Qté\n;\n;\nPorte;3')
    expect(table.ok && table.value.rowNumbers).toEqual([1, 4])
  })

  it('ASVS 1.3.3: keeps a formula as its text, and runs none', async () => {
    expect(await rowsOf('Désignation;Qté\n=HYPERLINK("x");=1+1')).toEqual([
      ['Désignation', 'Qté'],
      ['=HYPERLINK("x")', '=1+1'],
    ])
  })
})

describe('a workbook', () => {
  it('gives its values, a formula as its last result, an empty cell as nothing', async () => {
    const rows = [
      ['Désignation', 'Quantité', 'Unité'],
      ['Cloison amovible vitrée', 0.1 + 0.2, 'm²'],
      [null, null, null],
      ['Portes', { xml: '<c><f>6*7</f><v>42</v></c>' }, { xml: '<c t="str"><f>"u"</f><v>u</v></c>' }],
      ['Jamais calculé', { xml: '<c><f>1+1</f></c>' }, { xml: '<c t="str"><f>A1</f></c>' }],
      ['Faute', { xml: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>' }, 'u'],
    ]
    expect(await rowsOf(buildWorkbook([{ name: 'DPGF', rows }]), 'metre.xlsx')).toEqual([
      ['Désignation', 'Quantité', 'Unité'],
      ['Cloison amovible vitrée', '0.3', 'm²'],
      ['Portes', '42', 'u'],
      ['Jamais calculé', '', ''],
      ['Faute', expect.any(String), 'u'],
    ])
  })

  it('reads the first sheet with something in it, or the one asked for', async () => {
    const bytes = buildWorkbook([
      { name: 'Page de garde', rows: [] },
      { name: 'Lot 08', rows: [['Cloison', 12]], more: '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>' },
      { name: 'Lot 09', rows: [['Carrelage', 30]], hidden: true },
    ])
    const first = await read(bytes, 'metre.xlsx')
    expect(first).toMatchObject({ ok: true, value: { sheet: 'Lot 08', rows: [['Cloison', '12']] } })
    expect(first.ok && first.value.sheets).toEqual(['Page de garde', 'Lot 08', 'Lot 09'])
    const asked = await parseTable({ bytes, name: 'metre.xlsx' }, { maxRows: 10, sheet: 'Lot 09' })
    expect(asked).toMatchObject({ ok: true, value: { sheet: 'Lot 09', rows: [['Carrelage', '30']] } })
  })
})

describe('a workbook whose XML names entities', () => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-entites-'))
  const canary = path.join(dir, 'canari.txt')
  fs.writeFileSync(canary, 'contenu-du-canari')
  afterAll(() => fs.rmSync(dir, { recursive: true, force: true }))

  /** Every XML part of a workbook, with a document type of its own. */
  const typed = (declarations: string) =>
    workbookFiles([
      { name: 'A', rows: [['Portes', { xml: '<c t="inlineStr"><is><t>a&e;b</t></is></c>' }]] },
    ]).map(({ name, bytes }) => {
      const text = Buffer.from(bytes).toString('utf8')
      return { name, bytes: Buffer.from(text.replace('?>', `?>\n<!DOCTYPE r [${declarations}]>`)) }
    })

  it.each([
    ['a file of this machine', `<!ENTITY e SYSTEM "file://${canary}">`],
    ['a file by a parameter', `<!ENTITY % p SYSTEM "file://${canary}"> %p; <!ENTITY e "x">`],
    ['another host', '<!ENTITY e SYSTEM "http://127.0.0.1:9/entite">'],
    ['a text of its own', '<!ENTITY e "contenu-du-canari">'],
    [
      'a text that grows a thousandfold each time',
      [
        '<!ENTITY a0 "contenu-du-canari">',
        ...Array.from({ length: 8 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`),
      ].join('') + '<!ENTITY e "&a8;">',
    ],
  ])('ASVS 1.5.1: gives nothing of %s', async (_, declarations) => {
    const table = await read(new Uint8Array(storeZip(typed(declarations))), 'a.xlsx')
    const said = JSON.stringify(table)
    expect(said).not.toContain('contenu-du-canari')
    expect(said.length).toBeLessThan(500)
  })
})

describe('a workbook as surveys are written', () => {
  it('gives a text merged over rows to each row that holds something, and a figure to none but its own', async () => {
    const rows = [
      ['Niveau', 'Produit', 'Quantité'],
      ['R+1', 'Portes', 12],
      [null, 'Radiateurs', 4],
      [null, null, null],
      ['R+2', 'Portes', 3],
    ]
    const more =
      '<mergeCells count="3"><mergeCell ref="A2:A4"/><mergeCell ref="C2:C3"/><mergeCell ref="A1:C1"/></mergeCells>'
    expect(await rowsOf(buildWorkbook([{ name: 'PEMD', rows, more }]), 'a.xlsx')).toEqual([
      ['Niveau', 'Produit', 'Quantité'],
      ['R+1', 'Portes', '12'],
      ['R+1', 'Radiateurs', '4'],
      ['R+2', 'Portes', '3'],
    ])
  })

  it('fills in no more than a sheet may hold, whatever its merged cells say', async () => {
    const more = `<mergeCells>${'<mergeCell ref="A1:A1048576"/>'.repeat(500)}</mergeCells>`
    const rows = [
      ['Portes', 1],
      [null, 2],
    ]
    expect(await codeOf(buildWorkbook([{ name: 'A', rows, more }]), 'a.xlsx')).toBe('read')
  })

  it('reads the longest sheet where that is preferred', async () => {
    const bytes = buildWorkbook([
      { name: 'Garde', rows: [['Diagnostic PEMD']] },
      { name: 'Inventaire', rows: [['Produit'], ['Portes'], ['Radiateurs']] },
    ])
    const read = await parseTable({ bytes, name: 'a.xlsx' }, { maxRows: 10, prefer: 'longest' })
    expect(read).toMatchObject({ ok: true, value: { sheet: 'Inventaire' } })
  })

  it('ASVS 5.2.1: of a million rows is refused for its length, not as an attack', async () => {
    const unpacks = unpackZip(
      deflatedZip('xl/worksheets/sheet1.xml', Buffer.from('<row/>'.repeat(500))),
      () => true,
      {
        ...{ maxEntries: 5, maxBytes: 2000, maxRatio: 200 },
      },
    )
    expect(unpacks).toMatchObject({ ok: false, error: { code: 'table-too-large' } })
    expect(await codeOf('a\n'.repeat(1_000_000), 'a.csv')).toBe('table-rows')
    expect(await codeOf('Portes;12\n'.repeat(1_000_000), 'a.csv')).toBe('table-too-large')
  }, 30_000)
})

describe('a file that is refused', () => {
  const sheet = (xml: string) =>
    storeZip([
      ...workbookFiles([{ name: 'A', rows: [] }]).filter(({ name }) => !name.includes('sheet1')),
      file('xl/worksheets/sheet1.xml', `<worksheet><sheetData>${xml}</sheetData></worksheet>`),
    ])
  const cell = (address: string) =>
    sheet(`<row r="${/\d+/.exec(address)![0]}"><c r="${address}"><v>1</v></c></row>`)
  const blank = new Uint8Array(60 * 1024 * 1024)

  it.each([
    ['nothing in it', '', 'metre.csv', 'table-empty'],
    ['only empty cells', ';;\n;;\n', 'metre.csv', 'table-empty'],
    ['a text named as a workbook', 'Porte;3', 'metre.xlsx', 'table-type'],
    [
      'a picture named as a text',
      Buffer.from('\u0089PNG\r\n\u001a\n\0\0\0\rIHDR', 'latin1'),
      'a.csv',
      'table-type',
    ],
    ['a PDF', '%PDF-1.7', 'metre.pdf', 'table-type'],
    ['a workbook of before 2007', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'metre.xls', 'table-old-format'],
    ['a workbook with a password', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'metre.xlsx', 'table-protected'],
    ['an archive of something else', deflatedZip('readme.txt', Buffer.from('hello')), 'a.xlsx', 'table-type'],
    [
      'an archive cut short',
      buildWorkbook([{ name: 'A', rows: [['x']] }]).slice(0, 300),
      'a.xlsx',
      'table-unreadable',
    ],
    ['sheets that are no XML', sheet('<row r="1"><c r="A1"><v>1</row>'), 'a.xlsx', 'table-unreadable'],
    ['a cell in the last row there is', cell('A1048576'), 'a.xlsx', 'table-rows'],
    ['a cell in a row that no sheet has', cell('A999999999999'), 'a.xlsx', 'table-rows'],
    ['a cell in the last column there is', cell('XFD1'), 'a.xlsx', 'table-rows'],
    ['a bomb that says so', deflatedZip('xl/workbook.xml', blank), 'a.xlsx', 'table-suspicious'],
    ['a bomb that lies', deflatedZip('xl/workbook.xml', blank, 1000), 'a.xlsx', 'table-suspicious'],
    [
      'a size that is too large',
      deflatedZip('xl/workbook.xml', Buffer.from('x'), 999),
      'a.xlsx',
      'table-suspicious',
    ],
    [
      'a thousand files',
      storeZip(Array.from({ length: 1000 }, (_, at) => file(`xl/a${at}.xml`, ''))),
      'a.xlsx',
      'table-suspicious',
    ],
    [
      'the same file twice',
      storeZip([file('xl/workbook.xml', 'a'), file('xl/workbook.xml', 'b')]),
      'a.xlsx',
      'table-suspicious',
    ],
    ['more than 5 MB', new Uint8Array(5 * 1024 * 1024 + 1).fill(65), 'a.csv', 'table-too-large'],
  ] as const)('ASVS 5.2.3: for %s', async (_name, bytes, name, code) => {
    expect(await codeOf(bytes, name)).toBe(code)
  })

  it('for too many rows or columns', async () => {
    expect(await codeOf('a\n'.repeat(11), 'a.csv', { maxRows: 10 })).toBe('table-rows')
    expect(await codeOf('a\n'.repeat(10), 'a.csv', { maxRows: 10 })).toBe('read')
    expect(await codeOf(`${';'.repeat(100)}x`)).toBe('table-columns')
  })
})

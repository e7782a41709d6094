import { answerOf, argsOf, requestAs } from '~tests/support/requests'
import jsQR from 'jsqr'
import { renderToStaticMarkup } from 'react-dom/server'
import { createElement } from 'react'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { makeBlankLabels } from '~/features/labels/commands/make-blank-labels.server'
import { labelLots } from '~/features/labels/commands/label-lots.server'
import { labelAddress } from '~/features/labels/label-address.server'
import { qrPathOf } from '~/features/labels/model/qr-path'
import { readScanned } from '~/features/labels/model/scanned-text'
import { SHEET_FORMATS } from '~/features/labels/model/sheet-format'
import { qrModules } from '~/features/labels/qr-modules'
import { listLabelsOfLots } from '~/features/labels/queries.server'
import { QrCode } from '~/features/labels/ui/qr-code'
import type { Actor } from '~/features/organisations/model/permissions'
import { action as printAction, loader as choiceLoader } from '~/routes/label-sheet/route'
import { loader as pdfLoader } from '~/routes/label-sheet-pdf/route'
import { createActor } from '~tests/support/actors'
import { opensSite, publishes } from '~tests/support/answers'
import { openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'
import { operatorsOf, readPdf } from '~tests/support/read-pdf'

let open: TestDatabase
let giver: Actor
let other: Actor
let lotId = ''
let siteId = ''

beforeAll(async () => {
  // The photos' own use of sharp reads no SVG.
  sharp.unblock({ operation: ['VipsForeignLoadSvg'] })
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
  giver = await createActor('giver')
  other = await createActor('giver', { name: 'Autre' })
  siteId = await opensSite(giver)
  lotId = await publishes(giver, siteId)
})
afterAll(() => {
  setClock()
  open.remove()
})

/** The bytes of the PDF that an address gives. */
async function pdfOf(query: string, actor = giver): Promise<Uint8Array> {
  const reply = (await answerOf(
    pdfLoader(argsOf(await requestAs(actor, paths.labelSheetPdf(query)))),
  )) as Response
  expect(reply.status).toBe(200)
  expect(reply.headers.get('Content-Type')).toBe('application/pdf')
  return new Uint8Array(await reply.arrayBuffer())
}

/** Posts the choices as the button does, and gives where it leads. */
async function prints(query: string, actor = giver): Promise<string> {
  const request = await requestAs(actor, paths.printLabels(query), {})
  const reply = (await answerOf(printAction(argsOf(request)))) as Response
  return reply.headers.get('Location') ?? String(reply.status)
}

describe('a QR code', () => {
  it.each([
    'https://gisement.example.org/q/7K3M2P9M',
    `https://${'long-nom.'.repeat(8)}example.org/q/00000000`,
  ])('of %s is read back from a picture of the drawing', async (address) => {
    const svg = renderToStaticMarkup(
      createElement(QrCode, { qr: qrPathOf(qrModules(address)), title: 'Code QR', className: '' }),
    ).replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"')
    const { data, info } = await sharp(Buffer.from(svg))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(address)
    expect(svg).toContain('<title')
  })
})

describe('printing', () => {
  it('makes the labels of a lot once, then reads them only', async () => {
    const location = await prints(`?lot=${lotId}&par=piece&format=a4-8`)
    expect(location).toBe(paths.labelSheetPdf(`?lot=${lotId}&par=piece&format=a4-8`))
    const before = (await listLabelsOfLots([lotId])).get(lotId) ?? []
    expect(before.map(({ item }) => item)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1))
    await prints(`?lot=${lotId}&par=piece`)
    expect((await listLabelsOfLots([lotId])).get(lotId)).toEqual(before)
  })

  it('draws each piece on its label, tagged, with the code as vectors', async () => {
    const bytes = await pdfOf(`?lot=${lotId}&par=piece&format=a4-8&debut=3`)
    const { pages, lang, title, isTagged } = await readPdf(bytes)
    expect({ lang, title, isTagged }).toEqual({ lang: 'fr', title: 'Étiquettes', isTagged: true })
    expect(pages.map(({ roles }) => roles.filter((role) => role === 'H1').length)).toEqual([6, 6])
    const [first] = pages
    expect(first!.width).toBeCloseTo(210, 0)
    expect(first!.height).toBeCloseTo(297, 0)
    const labels = (await listLabelsOfLots([lotId])).get(lotId)!
    const text = pages.map((page) => page.text).join('\n')
    for (const { code, item } of labels) {
      expect(text).toContain(`${code.slice(0, 4)}-${code.slice(4)}`)
      expect(text).toContain(`Pièce ${item} sur 12`)
      expect(labelAddress(code)).toContain(text.match(new RegExp(`\\S+/q/${code}`))?.[0])
    }
    for (const part of ['Portes à âme pleine', '12 u', 'Part le 30 octobre', 'École Jean-Macé'])
      expect(text.replaceAll('\u00a0', ' ')).toContain(part)
    expect(first!.alts.filter((alt) => alt.startsWith('Code QR'))).toHaveLength(6)
    expect(first!.alts.filter((alt) => alt.startsWith('Photo du lot'))).toHaveLength(6)
    expect([...(await operatorsOf(bytes))]).toEqual(expect.arrayContaining(['constructPath', 'fill']))
  })

  it.each(SHEET_FORMATS)('of $id has its page size and all labels', async (format) => {
    await labelLots({ actor: giver, lots: [{ lotId, pieces: null }] })
    const { pages } = await readPdf(await pdfOf(`?lot=${lotId}&par=piece&format=${format.id}`))
    expect(pages).toHaveLength(Math.ceil(12 / (format.columns * format.rows)))
    expect(pages[0]!.width).toBeCloseTo(format.pageWidth, 0)
    expect(pages[0]!.height).toBeCloseTo(format.pageHeight, 0)
    expect(pages.flatMap(({ roles }) => roles).filter((role) => role === 'H1')).toHaveLength(12)
    expect(
      pages
        .map(({ text }) => text)
        .join('')
        .match(/\w{4}-\w{4}(?= |\n)/g),
    ).toHaveLength(12)
  })

  it('covers a whole site, and a printing of blank labels', async () => {
    await publishes(giver, siteId, { title: 'Cloisons vitrées', quantity: '4' })
    await prints(`?chantier=${siteId}&format=a4-24`)
    const site = await readPdf(await pdfOf(`?chantier=${siteId}&format=a4-24`))
    expect(site.pages[0]!.roles.filter((role) => role === 'H1')).toHaveLength(2)
    const batchId = newId()
    await makeBlankLabels({ actor: giver, batchId, count: 30 })
    const blank = await readPdf(await pdfOf(`?planche=${batchId}&format=a4-24`))
    expect(blank.pages).toHaveLength(2)
    expect(blank.pages[0]!.text).toContain('Étiquette vierge')
  })

  it('sends back to the choices while labels are missing: reading never makes them', async () => {
    const fresh = await publishes(giver, siteId)
    const request = await requestAs(giver, paths.labelSheetPdf(`?lot=${fresh}`))
    const reply = (await answerOf(pdfLoader(argsOf(request)))) as Response
    expect(reply.headers.get('Location')).toBe(paths.printLabels(`?lot=${fresh}&format=a4-8`))
    expect((await listLabelsOfLots([fresh])).get(fresh)).toBeUndefined()
  })

  it('is for one’s own lots, sites and printings only', async () => {
    const batchId = newId()
    await makeBlankLabels({ actor: giver, batchId, count: 1 })
    for (const query of [`?lot=${lotId}`, `?chantier=${siteId}`, `?planche=${batchId}`, `?lot=${newId()}`]) {
      for (const loader of [choiceLoader, pdfLoader]) {
        const reply = await answerOf(loader(argsOf(await requestAs(other, paths.labelSheetPdf(query)))))
        expect((reply as Response).status, query).toBe(404)
      }
      expect(await prints(query, other)).toBe('404')
    }
  })

  it('of a code that is typed from the label opens it', async () => {
    const [label] = (await listLabelsOfLots([lotId])).get(lotId)!
    expect(readScanned(labelAddress(label!.code))).toEqual({ kind: 'code', code: label!.code })
  })
})

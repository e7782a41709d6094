import { argsOf, requestAs } from '~tests/support/requests'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { setAccounting } from '~/features/accounting/commands/set-accounting.server'
import { DEFAULT_ACCOUNTING } from '~/features/accounting/model/accounting-settings'
import type { Board } from '~/features/board/model/board'
import type { Actor } from '~/features/organisations/model/permissions'
import { parseTable } from '~/platform/tables/parse-table'
import { loader as figureLoader } from '~/routes/board-figure/route'
import { loader as noteLoader } from '~/routes/board-note-pdf/route'
import { loader as reportLoader } from '~/routes/board-report-pdf/route'
import { loader as xlsxLoader } from '~/routes/board-xlsx/route'
import { loader as widgetLoader } from '~/routes/widget/route'
import { loader as communeLoader } from '~/routes/commune/route'
import { loader as handoversLoader } from '~/routes/commune-handovers/route'
import { loader as methodLoader } from '~/routes/method/route'
import { loader as territoryLoader } from '~/routes/territory/route'
import { createActor } from '~tests/support/actors'
import type { TestSetup } from '~tests/support/database'
import { setupDemo } from '~tests/support/demo'
import { nodesOf, readPdfStructure } from '~tests/support/pdf-structure'
import { readPdf } from '~tests/support/read-pdf'
import { answerOf } from '~tests/support/requests'

const CODE = '93048'
const SITE = 'Réhabilitation de l’école du Bel-Air'
let setup: TestSetup
/** A commune whose handovers are fewer than the public is told one by one. */
let small = ''
let agent: Actor
let neighbour: Actor

beforeAll(async () => {
  setup = await setupDemo('2026-11-23')
  small = setup.database.writer
    .prepare(
      "select from_commune_code from ledger_entries where handed_over_on like '2026%' group by 1 having count(*) < 3",
    )
    .pluck()
    .get() as string
  agent = await createActor('agent', { communeCode: CODE })
  neighbour = await createActor('agent', { communeCode: '93006' })
}, 60_000)
afterAll(() => {
  setClock()
  setup.cleanup()
})

/** What a page is sent, as a browser reads it. */
type Page = { board: Board; mail: { isOn: boolean } | null; hasPurchases: boolean }

const ask = async (actor: Actor | null, path: string, params: Record<string, string>) =>
  argsOf(await requestAs(actor, path), params)
const file = async (actor: Actor | null, name: string, slug = CODE, query = '') =>
  (await answerOf(
    figureLoader(await ask(actor, `/bilan/${slug}/${name}${query}`, { slug, file: name })),
  )) as Response

describe('the rights of a board', () => {
  const page = async (actor: Actor | null, code = CODE) => {
    const answer = await communeLoader(await ask(actor, `/communes/${code}`, { code }))
    if (answer instanceof Response) throw new Error('redirected')
    return JSON.parse(JSON.stringify(answer)) as Page
  }

  it('name sites to the commune’s own agent and the Métropole, and to nobody else', async () => {
    for (const actor of [agent, await createActor('admin')]) {
      const { board } = await page(actor)
      expect(board.view).toBe('detail')
      expect(board.sites.cohortLines.map(({ name }) => name)).toContain(SITE)
    }
    for (const actor of [null, neighbour, await createActor('giver', { communeCode: CODE })]) {
      const told = await page(actor)
      expect(told.board.view).toBe('public')
      expect(JSON.stringify(told)).not.toContain(SITE)
      expect([told.mail, told.hasPurchases]).toEqual([null, false])
    }
    expect(await page(agent)).toMatchObject({ mail: { isOn: false }, hasPurchases: true })
  })

  it('let the public go down to handovers without lot, site or day, and tell nothing of small communes', async () => {
    const list = async (actor: Actor | null, code: string) =>
      handoversLoader(await ask(actor, `/communes/${code}/remises?annee=2026`, { code }))
    const [all, told] = [await list(agent, CODE), await list(null, CODE)]
    expect(all.shown.every(({ row }) => row.own)).toBe(true)
    expect(told.shown).toHaveLength(all.shown.length)
    expect(told.massG).toBe(all.massG)
    for (const { row } of told.shown) {
      expect(row.own).toBeNull()
      expect(row.month).toMatch(/^2026-\d\d$/)
    }
    const few = await list(null, small)
    expect(few).toMatchObject({ count: 0, massG: 0, shown: [], isPartial: true })
    const whole = await list(await createActor('admin'), small)
    expect(whole.count).toBeGreaterThan(0)
    expect(whole.isPartial).toBe(false)
  })

  it('follow the threshold that the Métropole sets for the public', async () => {
    // Eighteen handovers in the year.
    const outcome = async () => (await page(null, '93006')).board
    const { threshold, headlines } = await outcome()
    expect([threshold, headlines.handedOver.massG]).toEqual([3, expect.any(Number)])
    const { publicThreshold, ...kept } = DEFAULT_ACCOUNTING
    const admin = await createActor('admin')
    const raised = await setAccounting({ actor: admin, settings: { ...kept, publicThreshold: 20 } })
    expect(raised.ok).toBe(true)
    const higher = await outcome()
    expect(higher.threshold).toBe(20)
    expect(higher.headlines.handedOver).toMatchObject({ massG: null, isPartial: true })
    expect(higher.months.steps.every(({ totalG }) => totalG === 0)).toBe(true)
    await setAccounting({ actor: admin, settings: { ...kept, publicThreshold } })
  })

  it('show a territory as everyone sees it to a commune’s agent, and a commune’s code at its own address', async () => {
    const territory = await territoryLoader(
      await ask(agent, '/territoires/est-ensemble', { slug: 'est-ensemble' }),
    )
    expect(territory).toMatchObject({ board: { view: 'public', perimeter: { kind: 'territory' } } })
    const moved = await territoryLoader(await ask(null, `/territoires/${CODE}?annee=2025`, { slug: CODE }))
    expect((moved as Response).headers.get('Location')).toBe(`/communes/${CODE}?annee=2025`)
    const missing = await answerOf(territoryLoader(await ask(null, '/territoires/nulle', { slug: 'nulle' })))
    expect((missing as Response).status).toBe(404)
  })
})

describe('the files of a board', () => {
  it('are tables whose figures are those of the page, in French decimals', async () => {
    const csv = (await (await file(agent, 'mois.csv', CODE, '?annee=2026')).text()).replace('\ufeff', '')
    const rows = csv
      .trim()
      .split('\r\n')
      .map((line) => line.split(';'))
    expect(rows).toHaveLength(13)
    const page = await communeLoader(await ask(agent, `/communes/${CODE}?annee=2026`, { code: CODE }))
    const { board } = JSON.parse(JSON.stringify(page)) as Page
    const kilograms = rows
      .slice(1)
      .flatMap((cells) => cells.filter((_, index) => rows[0]![index]!.endsWith('(kg)')))
      .reduce((sum, cell) => sum + Number(cell.replace(',', '.')), 0)
    expect(kilograms).toBeCloseTo(board.headlines.handedOver.massG! / 1000, 3)
  })

  it('keep lists of sites from whoever may not see their names', async () => {
    for (const name of ['chantiers.csv', 'sans-inventaire.csv']) {
      expect((await file(agent, name)).status).toBe(200)
      expect((await file(null, name)).status).toBe(404)
    }
    for (const name of ['autre.csv', 'mois.exe', 'lots-a-sauver.svg', '__proto__.csv']) {
      expect((await file(null, name)).status, name).toBe(404)
    }
  })

  it.each(['chiffres', 'mois', 'entonnoir', 'mediane', 'flux'])('draw %s as SVG and PNG', async (name) => {
    const { lines } = (await methodLoader(argsOf(await requestAs(null, '/methode?annee=2026')))) as {
      lines: { key: string; range: string }[]
    }
    const local = lines.find(({ key }) => key === 'local')!
    expect(local.range).toMatch(/^au moins/)
    const svg = await (await file(null, `${name}.svg`)).text()
    expect(svg).toContain('<svg xmlns="http://www.w3.org/2000/svg"')
    expect(svg).toContain('Montreuil')
    expect(svg).not.toMatch(/NaN|undefined|var\(--|<script|class=/)
    const png = new Uint8Array(await (await file(null, `${name}.png`)).arrayBuffer())
    expect([...png.slice(1, 4)].map((code) => String.fromCharCode(code)).join('')).toBe('PNG')
  })

  it('are a note on one page, tagged, with every headline and its sources, in both languages', async () => {
    for (const [slug, actor, locale] of [
      [CODE, agent, 'fr'],
      ['metropole', null, 'fr'],
      ['grand-orly-seine-bievre', null, 'en'],
      ['94048', null, 'fr'],
    ] as const) {
      const args = await ask(actor, `/bilan/${slug}/note.pdf?annee=2026`, { slug })
      args.request.headers.set('Accept-Language', locale)
      const reply = await noteLoader(args)
      const bytes = new Uint8Array(await reply.arrayBuffer())
      const read = await readPdf(bytes.slice())
      expect(read.pages, slug).toHaveLength(1)
      expect(read).toMatchObject({ isTagged: true, lang: locale })
      const structure = await readPdfStructure(bytes)
      expect(structure.raw).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/)
      expect(structure.fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true)
      expect(nodesOf(structure).filter(({ role }) => role === 'H1')).toHaveLength(1)
      expect(read.pages[0]!.text).toMatch(locale === 'fr' ? /Taux de réemploi local/ : /Local reuse rate/)
      expect(read.pages[0]!.text).toMatch(/DESNZ/)
    }
  })

  it('are a report that holds every table, with sites for the agent and none for the public', async () => {
    const report = async (actor: Actor | null) => {
      const reply = await reportLoader(await ask(actor, `/bilan/${CODE}/rapport.pdf`, { slug: CODE }))
      const read = await readPdf(new Uint8Array(await reply.arrayBuffer()))
      return { ...read, text: read.pages.map(({ text }) => text).join('\n') }
    }
    const [own, told] = [await report(agent), await report(null)]
    for (const heading of ['Échanges', 'Entonnoir', 'Lots à sauver', 'Sources et formules']) {
      expect(own.text).toContain(heading)
      expect(told.text).toContain(heading)
    }
    expect(own.pages.some(({ alts }) => alts.some((alt) => alt.startsWith('Masse remise')))).toBe(true)
    expect(own.text).toContain('Bel-Air')
    expect(told.text).not.toContain('Bel-Air')
    expect(own.text).toContain('Mobilier de bureau')
    expect(told.text).not.toContain('Mobilier de bureau')
  })

  it('are a workbook with a sheet for each table and the formulas in words', async () => {
    const sheets = async (actor: Actor | null, sheet?: string) => {
      const reply = await xlsxLoader(await ask(actor, `/bilan/${CODE}/classeur.xlsx`, { slug: CODE }))
      const bytes = new Uint8Array(await reply.arrayBuffer())
      const read = await parseTable({ bytes, name: 'b.xlsx' }, { maxRows: 2000, ...(sheet && { sheet }) })
      if (!read.ok) throw new Error(read.error.code)
      return read.value
    }
    const names = (await sheets(agent)).sheets
    expect(names).toEqual([
      'Chiffres clés',
      'Par période et famille',
      'Face à la médiane',
      'Échanges',
      'Entonnoir',
      'Chantiers du taux',
      'Sans inventaire',
      'Lots à sauver',
      'Achats (art. 58)',
      'Sources et formules',
    ])
    const told = (await sheets(null)).sheets
    expect(told).toEqual(names.filter((name) => !/Chantiers|inventaire|Achats/.test(name)))
    const sources = await sheets(agent, 'Sources et formules')
    const text = sources.rows.map((row) => row.join(' ')).join('\n')
    expect(text).toMatch(/÷ masse inventoriée/)
    expect(text).toMatch(/Open Government Licence/)
  })
})

describe('the frame for other sites', () => {
  const widget = async (actor: Actor | null, slug: string, query = '') => {
    const reply = (await answerOf(
      widgetLoader(await ask(actor, `/widget/${slug}${query}`, { slug })),
    )) as Response
    return { reply, text: await reply.text() }
  }

  it('shows what everyone may know, without script, form or cookie, whoever is signed in', async () => {
    const { reply, text } = await widget(agent, CODE)
    expect(reply.headers.get('Set-Cookie')).toBeNull()
    expect(reply.headers.get('Cache-Control')).toContain('public')
    expect(text).toBe((await widget(null, CODE)).text)
    expect(text).not.toMatch(/<script|<form|<iframe|javascript:|https?:\/\/(?!localhost)/)
    expect(text).toContain('Montreuil')
    expect(text).toContain(`/communes/${CODE}`)
    expect(text).not.toContain(SITE)
  })

  it('says of what leaves handovers out that it is at least so much', async () => {
    const { text } = await widget(null, 'metropole', '?annee=2026')
    expect(text.match(/<small>au moins · [^<]* sur [^<]*<\/small>/g)).toHaveLength(1)
    expect(text).toMatch(/Réemploi entrant<\/dt><dd>[^<]*<small>au moins<\/small>/)
    const paper = await noteLoader(
      await ask(null, '/bilan/metropole/note.pdf?annee=2026', { slug: 'metropole' }),
    )
    const { pages } = await readPdf(new Uint8Array(await paper.arrayBuffer()))
    expect(pages[0]!.text.replace(/\s+/g, ' ')).toMatch(/Taux de réemploi local [\d,]+ % · [^·]* · au moins/)
    const svg = await (await file(null, 'chiffres.svg', 'metropole', '?annee=2026')).text()
    expect(svg.replace(/\s+/g, ' ')).toContain(
      'Chiffres minimaux : sans les remises des communes qui en ont moins de 3',
    )
    const csv = await (await file(null, 'chiffres.csv', 'metropole', '?annee=2026')).text()
    const least = csv.split('\r\n').filter((line) => line.endsWith(';au moins'))
    expect(least.map((line) => line.split(';')[0])).toEqual(
      expect.arrayContaining(['Taux de réemploi local', 'Taux de réalisation']),
    )
    const whole = await file(await createActor('admin'), 'chiffres.csv', 'metropole', '?annee=2026')
    expect(await whole.text()).not.toContain('au moins')
  })

  it('speaks the language and wears the theme that its address asks for', async () => {
    const { text } = await widget(null, 'metropole', '?langue=en&theme=sombre')
    expect(text).toContain('<html lang="en" data-theme="dark">')
    expect(text).toContain('Local reuse rate')
    expect((await widget(null, CODE, '?theme=rose&langue=xx')).text).toContain('<html lang="fr">')
    expect((await widget(null, 'nulle-part')).reply.status).toBe(404)
  })
})

import { beforeAll, expect } from 'vitest'
import { recordHandover } from '~/features/accounting/commands/record-handover.server'
import { addPurchase } from '~/features/board/commands/keep-purchases.server'
import { councilNote } from '~/features/board/council-note.server'
import { boardTables } from '~/features/board/board-tables.server'
import { boardWidget } from '~/features/board/board-widget.server'
import type { Board, BoardView } from '~/features/board/model/board'
import { resolvePeriod } from '~/features/board/model/board-period'
import { findPerimeter } from '~/features/board/model/perimeter'
import { listPurchases } from '~/features/board/queries/purchases.server'
import { readBoard } from '~/features/board/read-board.server'
import { listCommunes } from '~/features/communes/queries.server'
import { newId } from '~/core/ids'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { createActor } from '~tests/support/actors'
import { accepts, granted, inventories, opensSite, publishes, requests, signs } from '~tests/support/answers'
import { readPdf } from '~tests/support/read-pdf'
import { scenario } from '~tests/support/scenario'

const CODE = '93048'

scenario(
  {
    name: 'council',
    title: 'An agent prepares the council',
    purpose:
      'A council asks for figures that hold: with their denominator, against a fair median, dated, and without telling who gave what to everyone. The agent needs an evening, not a spreadsheet.',
    actors: {
      Inès: 'agent of the town of Montreuil',
      Karim: 'site manager in Montreuil, gives materials',
      Claire: 'joiner in Montreuil, takes materials',
      Paul: 'inhabitant of Montreuil, without an account',
    },
  },
  ({ step, travelTo }) => {
    let ines: Actor, karim: Actor, claire: Actor
    let siteId: string
    const board = async (view: BoardView): Promise<Board> => {
      const perimeter = findPerimeter(await listCommunes(), CODE)!
      return readBoard(perimeter, resolvePeriod({ annee: 2026 }, '2026-12-01', false), view)
    }
    const handsOver = async (massG: number) => {
      const reservationId = await requests(claire, await publishes(karim, siteId), 4)
      await accepts(karim, reservationId)
      await signs(karim, reservationId, massG)
      await recordHandover((await signs(claire, reservationId, massG))!)
    }
    beforeAll(async () => {
      ines = await createActor('agent')
      karim = await createActor('giver')
      claire = await createActor('taker')
    })

    step(
      'Karim',
      'opens a site and hands over 300 kg before any survey',
      'Inès’s page has its tonnes and its exchange, and says that the rate waits for an inventory',
      async () => {
        siteId = await opensSite(karim)
        await handsOver(300_000)
        const { headlines, flows, sites } = await board('detail')
        expect(headlines.handedOver).toMatchObject({ massG: 300_000, count: 1 })
        expect(headlines.rate.rate.rate).toBeNull()
        expect(flows.links).toMatchObject([{ from: CODE, to: CODE, massG: 300_000 }])
        expect(sites.unsurveyedLines).toMatchObject([{ id: siteId, handedOverG: 300_000 }])
      },
    )
    step(
      'Paul',
      'opens the same page',
      'one handover is too few to be told: he reads neither its mass nor the name of the site',
      async () => {
        const told = await board('public')
        expect(told.headlines.handedOver).toMatchObject({ massG: null, count: null })
        expect(told.flows.links).toEqual([])
        expect(told.sites).toMatchObject({ unsurveyed: 1, unsurveyedLines: [] })
      },
    )
    step(
      'Inès',
      'asks Karim for his survey, and he joins it: 10 tonnes',
      'the rate opens with both its masses, and the site leaves the list of those to survey',
      async () => {
        await inventories(karim, siteId)
        const { headlines, sites } = await board('detail')
        expect(headlines.rate.rate).toMatchObject({
          numeratorG: 300_000,
          denominatorG: 10_000_000,
          rate: 0.03,
        })
        expect(sites.unsurveyedLines).toEqual([])
      },
    )
    step(
      'Karim',
      'hands over 500 kg and 200 kg more',
      'three handovers make a figure that everyone may read: one tonne, the same for Inès and for Paul',
      async () => {
        await handsOver(500_000)
        await handsOver(200_000)
        for (const view of ['detail', 'public'] as const) {
          const { headlines } = await board(view)
          expect(headlines.handedOver).toMatchObject({ massG: 1_000_000, count: 3 })
          expect(headlines.rate.rate.rate).toBeCloseTo(0.1)
        }
      },
    )
    step(
      'Inès',
      'prints the note for the council',
      'it holds on one page the rate with its denominator, the median, what is left to do and the sources',
      async () => {
        travelTo('2026-12-01')
        const stream = await councilNote({
          board: await board('detail'),
          locale: 'fr',
          url: 'http://x.test/',
        })
        const { pages, isTagged } = await readPdf(new Uint8Array(await new Response(stream).arrayBuffer()))
        expect([pages.length, isTagged]).toEqual([1, true])
        const text = pages[0]!.text.replace(/\s+/g, ' ')
        for (const part of ['10,0 %', '1 t remis sur 10 t', 'médiane', 'Ce qu’il reste à faire', 'DESNZ']) {
          expect(text).toContain(part)
        }
      },
    )
    step(
      'Inès',
      'enters what the town bought reused, for its yearly statement',
      'it makes a sheet of the workbook and moves no rate',
      async () => {
        const line = { label: 'Mobilier', amountCents: 5_000_000, reusedBp: 4000, recycledBp: 0 }
        granted(await addPurchase({ actor: ines, communeCode: CODE, year: 2026, id: newId(), ...line }))
        const own = await board('detail')
        const tables = boardTables(own, 'fr', await listPurchases(CODE, 2026))
        expect(tables.find(({ key }) => key === 'purchases')?.rows).toEqual([
          ['2026', 'Mobilier', 50_000, 40, 0],
        ])
        expect(own.headlines.rate.rate.rate).toBeCloseTo(0.1)
      },
    )
    step(
      'Paul',
      'reads the frame on the town’s own site',
      'it tells the same tonne and the same rate, without script, cookie or name',
      async () => {
        const page = boardWidget(await board('public'), {
          ...{ locale: 'fr', theme: null, url: 'http://x.test/', nonce: 'n' },
        })
        expect(page).toContain('10,0\u00a0%')
        expect(page).not.toMatch(/<script|École|Jean-Macé/)
      },
    )
    step('Inès', 'tries to read the detail of the next town', 'an agent sees their own commune alone', () => {
      expect(can(ines, 'board:detail', { communeCodes: [CODE] })).toBe(true)
      expect(can(ines, 'board:detail', { communeCodes: ['93066'] })).toBe(false)
      return Promise.resolve()
    })
  },
)

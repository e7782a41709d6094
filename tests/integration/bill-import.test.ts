import { answerOf, argsOf } from '~tests/support/requests'
import { BILL_TERMS, postedInParts } from '~tests/support/bill'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import { newId } from '~/core/ids'
import { listBasketsOf, listLines } from '~/features/baskets/queries.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { action as previewCsv } from '~/routes/basket-preview-csv/route'
import { action as newAction } from '~/routes/basket-new/route'
import type { EntryStep, PreviewStep } from '~/routes/basket-new/bill-steps.server'
import { createActor } from '~tests/support/actors'
import { openTestDatabase, TODAY, type TestDatabase } from '~tests/support/deal'
import { buildWorkbook, deflatedZip } from '~tests/support/workbook'

let open: TestDatabase
let taker: Actor

beforeAll(async () => {
  setClock({ now: () => Date.parse(`${TODAY}T12:00:00Z`) })
  open = await openTestDatabase()
})
afterAll(() => {
  open.remove()
  setClock()
})
beforeEach(async () => {
  taker = await createActor('taker')
})

type Answer<Step> = { data: Step; init: ResponseInit | null }

async function step(fields: Record<string, string>, file?: File, actor = taker) {
  const request = await postedInParts(
    actor,
    '/metres/nouveau',
    { id: newId(), ...BILL_TERMS, ...fields },
    file,
  )
  return (await answerOf(newAction(argsOf(request)))) as Answer<EntryStep | PreviewStep> | Response
}

async function preview(fields: Record<string, string>, file?: File): Promise<PreviewStep> {
  const answer = await step(fields, file)
  if (answer instanceof Response || answer.data.step !== 'preview') throw new Error('no preview')
  return answer.data
}

async function refusal(fields: Record<string, string>, file?: File) {
  const answer = await step(fields, file)
  if (answer instanceof Response) throw new Error(`answered ${answer.status}`)
  const { data } = answer
  const sentence = data.step === 'entry' ? (data.fileError ?? data.errors['']?.[0]) : data.errors['']?.[0]
  return { status: answer.init?.status, sentence }
}

const csv = (text: string, name = 'metre.csv') => new File([text], name)
const BRICKS = 'Désignation;Qté;U;PU\nBriques pleines;1000;u;0,95\nMur en briques;500;u;\n'

describe('a file', () => {
  it('in CSV is read, shown, and kept once the person says so', async () => {
    const read = await preview({ intent: 'read' }, csv(BRICKS))
    expect(read.count).toEqual({ lines: 2, faulty: 0, unknown: 0, left: 0 })
    expect(await listBasketsOf(taker.organisationId)).toEqual([])
    const kept = await step({ intent: 'keep', id: read.id, bill: JSON.stringify(read.draft) })
    expect(kept).toBeInstanceOf(Response)
    expect((kept as Response).headers.get('Location')).toBe(`/metres/${read.id}?fait=garde`)
    expect(await listLines(read.id)).toMatchObject([
      { label: 'Briques pleines', material: 'brick', quantityMilli: 1_000_000, newUnitPriceCents: 95 },
      { label: 'Mur en briques', material: 'brick', newUnitPriceCents: null },
    ])
    await step({ intent: 'keep', id: read.id, bill: JSON.stringify(read.draft) })
    expect(await listBasketsOf(taker.organisationId)).toHaveLength(1)
  })

  it('is told line by line in a file before it is kept, as its preview shows it', async () => {
    const text =
      'Désignation;Qté;U;PU\nBriques pleines;1000;u;0,95\nChose à voir;3;u;\nSans unité;5;;\nTotal;;;\n'
    const { draft, count } = await preview({ intent: 'read' }, csv(text))
    expect(count).toEqual({ lines: 2, faulty: 1, unknown: 1, left: 1 })
    const fields = { bill: JSON.stringify(draft) }
    const ask = async (actor: Actor, sent: Record<string, string>) =>
      answerOf(previewCsv(argsOf(await postedInParts(actor, '/metres/nouveau/lecture.csv', sent))))
    const lines = (await ((await ask(taker, fields)) as Response).text()).trim().split('\r\n')
    expect(lines.slice(1)).toEqual([
      '2;lue;Briques pleines;1000;u;Brique;0,95;',
      '3;matière à préciser;Chose à voir;3;u;;;',
      expect.stringMatching(/^4;à corriger;Sans unité;5;;;;Indiquez l’unité/),
      expect.stringMatching(/^5;de côté;Total;/),
    ])
    expect(await ask(taker, { bill: '{}' })).toMatchObject({ status: 400 })
    expect(await ask(await createActor('agent'), fields)).toMatchObject({ status: 403 })
    expect(await listBasketsOf(taker.organisationId)).toEqual([])
  })

  it('in XLSX is read in a thread of its own', async () => {
    const rows = [
      ['DPGF', null, null, null],
      ['Désignation', 'U', 'Quantité', 'Prix unitaire'],
      ['Cloison amovible vitrée', 'M2', 120.5, 145],
      ['Installation de chantier', 'Forfait', 1, 900],
    ]
    const bytes = buildWorkbook([
      { name: 'Garde', rows: [] },
      { name: 'Lot 08', rows },
    ])
    const read = await preview({ intent: 'read' }, new File([bytes], 'metre.xlsx'))
    expect(read).toMatchObject({ sheet: 'Lot 08', sheets: ['Garde', 'Lot 08'] })
    expect(read.count).toEqual({ lines: 1, faulty: 1, unknown: 0, left: 0 })
    expect(read.lines[0]!.line).toMatchObject({ quantityMilli: 120_500, newUnitPriceCents: 14_500 })
    expect(read.lines[1]!.faults).toEqual({ unit: 'unit-lump' })
  })

  it.each([
    ['a text named as a workbook', csv('a;b', 'metre.xlsx'), 415, 'ni un classeur XLSX ni un texte CSV'],
    ['nothing', csv('', 'metre.csv'), 400, 'aucune ligne'],
    [
      'a bomb',
      new File([new Uint8Array(deflatedZip('xl/workbook.xml', new Uint8Array(60e6)))], 'metre.xlsx'),
      400,
      'n’a pas été lu',
    ],
    ['too many lines', csv('Briques;1;u\n'.repeat(2600)), 413, '2 000 au plus'],
    ['too much', csv('x'.repeat(5 * 1024 * 1024 + 1)), 413, '5 Mo'],
  ])('of %s is refused with its reason, and nothing is kept', async (_name, file, status, words) => {
    const refused = await refusal({ intent: 'read' }, file)
    expect(refused).toEqual({ status, sentence: expect.stringContaining(words) as string })
    expect(await listBasketsOf(taker.organisationId)).toEqual([])
  })
})

describe('what is pasted or typed', () => {
  it('is read like a file', async () => {
    const pasted = await preview({ intent: 'read', pasted: 'Briques\t12\tu\nPorte\t3\tu' })
    expect(pasted.count.lines).toBe(2)
    const typed = await preview({
      ...{ intent: 'read', 'typed.r0.label': 'Total des briques', 'typed.r0.quantity': '1 200' },
      ...{ 'typed.r0.unit': 'u', 'typed.r0.price': '', 'typed.r0.material': 'brick' },
      ...{ 'typed.r1.label': '', 'typed.r1.quantity': '', 'typed.r1.unit': '', 'typed.r1.price': '' },
    })
    expect(typed.lines).toHaveLength(1)
  })

  it('gets more empty lines, with what is typed kept', async () => {
    const more = (await step({ intent: 'more', 'typed.r0.label': 'Briques' })) as Answer<EntryStep>
    expect(more.data.typed.length).toBeGreaterThan(5)
    expect(more.data.typed[0]!.label).toBe('Briques')
  })
})

describe('putting right', () => {
  const WRONG = 'Désignation;Qté;U\nBriques;beaucoup;u\nPeinture;1;ens\nBriques;10;u\n'

  it('keeps nothing while a line is wrong, then all at once', async () => {
    const read = await preview({ intent: 'read' }, csv(WRONG))
    const bill = JSON.stringify(read.draft)
    expect(await refusal({ intent: 'keep', id: read.id, bill })).toMatchObject({ status: 400 })
    expect(await listBasketsOf(taker.organisationId)).toEqual([])
    const fixes = {
      ...{ 'fix.r1.label': 'Briques', 'fix.r1.quantity': '20', 'fix.r1.unit': 'u', 'fix.r1.price': '' },
      ...{ 'fix.r2.label': 'Peinture', 'fix.r2.quantity': '1', 'fix.r2.unit': '', 'fix.r2.leave': 'on' },
    }
    expect(await step({ intent: 'keep', id: read.id, bill, ...fixes })).toBeInstanceOf(Response)
    expect((await listLines(read.id)).map(({ quantityMilli }) => quantityMilli)).toEqual([20_000, 10_000])
  })

  it('reads other columns, without holding on to what the first ones said', async () => {
    const read = await preview({ intent: 'read' }, csv('Désignation;U;Surface;Qté\nBriques;u;x;10\n'))
    expect(read.count.lines).toBe(1)
    const shown = {
      ...{ 'fix.r1.label': 'Briques', 'fix.r1.quantity': '10', 'fix.r1.unit': 'u', 'fix.r1.price': '' },
    }
    const bill = JSON.stringify(read.draft)
    const other = await preview({ intent: 'check', bill, 'columns.quantity': '2', ...shown })
    expect(other.lines[0]!.faults).toEqual({ quantity: 'quantity-number' })
  })

  it('tells what is wrong with the project, and keeps the lines', async () => {
    const read = await preview({ intent: 'read' }, csv(BRICKS))
    const answer = (await step({
      ...{ intent: 'keep', id: read.id, bill: JSON.stringify(read.draft) },
      neededUntil: TODAY,
    })) as Answer<PreviewStep>
    expect(answer.init?.status).toBe(400)
    expect(Object.keys(answer.data.errors)).toEqual(['neededUntil'])
    expect(answer.data.count.lines).toBe(2)
  })

  it.each(['{', '{"rows":1}', '[]', '{"rows":[],"rowNumbers":[],"columns":{},"fixes":{"__proto__":{}}}'])(
    'refuses a bill that is not one of ours: %s',
    async (bill) => {
      expect(await refusal({ intent: 'keep', bill })).toMatchObject({ status: 400 })
    },
  )
})

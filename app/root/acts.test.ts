import { describe, expect, it } from 'vitest'
import type { LotView } from '~/features/lots/model/lot'
import type { NeedView } from '~/features/needs/model/need'
import type { ReservationView } from '~/features/reservations/model/reservation-view'
import {
  actsOfCommune,
  actsOfLots,
  actsOfNeeds,
  actsOfPairs,
  actsOfReservations,
  sortActs,
  type Act,
} from './acts'

const TODAY = '2026-09-15'

function reservation(fields: Partial<ReservationView>): ReservationView {
  return {
    id: 'r',
    status: 'accepted',
    giverOrganisationId: 'giver',
    takerOrganisationId: 'taker',
    giverName: 'Curage',
    takerName: 'Menuiserie',
    lotTitle: 'Portes',
    lotUnit: 'u',
    quantityMilli: 2000,
    createdAtMs: Date.parse('2026-09-12T10:00:00Z'),
    expiresAtMs: Date.parse('2026-09-19T10:00:00Z'),
    availableUntil: '2026-10-01',
    lotCommuneName: 'Montreuil',
    offerCount: 0,
    pickupOn: null,
    pickupPart: null,
    pickupProposedBy: null,
    pickupAgreedAtMs: null,
    ...fields,
  } as ReservationView
}

const slot = (on: string, agreed: boolean) =>
  ({
    pickupOn: on,
    pickupPart: 'morning',
    pickupProposedBy: 'taker',
    pickupAgreedAtMs: agreed ? 1 : null,
  }) as const

/** What a reservation asks of each side: kind and day, or nothing. */
function asked(fields: Partial<ReservationView>, signed: { side: 'giver' | 'taker'; massG: number }[] = []) {
  const confirmations = new Map([['r', signed.map((one) => ({ ...one, signedName: 'x' }))]])
  const of = (side: string) =>
    actsOfReservations([reservation(fields)], confirmations, side, TODAY).map(
      ({ kind, due }) => `${kind} ${due}`,
    )[0] ?? null
  return [of('giver'), of('taker')]
}

describe('what a reservation asks of its giver and of its taker', () => {
  it.each([
    ['a request', { status: 'requested' as const }, [], ['answer 2026-09-19', null]],
    ['no slot yet', {}, [], ['proposeSlot 2026-10-01', 'proposeSlot 2026-10-01']],
    ['slots to choose from', { offerCount: 2 }, [], [null, 'chooseSlot 2026-10-01']],
    ['a slot of the taker', slot('2026-09-18', false), [], ['answerSlot 2026-09-18', null]],
    ['a far pickup', slot('2026-09-18', true), [], [null, null]],
    ['a pickup tomorrow', slot('2026-09-16', true), [], ['pickup 2026-09-16', 'pickup 2026-09-16']],
    ['a pickup today', slot('2026-09-15', true), [], ['pickup 2026-09-15', 'pickup 2026-09-15']],
    ['a pickup yesterday', slot('2026-09-14', true), [], ['sign 2026-09-14', 'sign 2026-09-14']],
    [
      'one signature',
      slot('2026-09-14', true),
      [{ side: 'giver' as const, massG: 5 }],
      [null, 'sign 2026-09-15'],
    ],
    [
      'two masses',
      slot('2026-09-14', true),
      [
        { side: 'giver' as const, massG: 5 },
        { side: 'taker' as const, massG: 6 },
      ],
      ['sign 2026-09-15', 'sign 2026-09-15'],
    ],
    ['a dispute', { status: 'disputed' as const }, [], ['settle 2026-09-15', 'settle 2026-09-15']],
    ['a refusal', { status: 'refused' as const }, [], [null, null]],
    ['a done handover', { status: 'collected' as const }, [], [null, null]],
  ])('%s', (_, fields, signed, expected) => {
    expect(asked(fields, signed)).toEqual(expected)
  })
})

it('names lots that leave soon and that nobody has asked for', () => {
  const lot = {
    id: 'l',
    title: 'Portes',
    communeName: 'Pantin',
    unit: 'u',
    quantityMilli: 10,
    availableMilli: 10,
  }
  const lots = [
    { ...lot, availableUntil: '2026-09-20' },
    { ...lot, availableUntil: '2026-12-20' },
    { ...lot, availableUntil: '2026-09-20', availableMilli: 5 },
  ] as LotView[]
  expect(actsOfLots(lots, TODAY).map(({ due }) => due)).toEqual(['2026-09-20'])
})

it('names needs that end within a week', () => {
  const need = { id: 'n', title: 'Mur', unit: 'u', openMilli: 5 }
  const needs = ['2026-09-22', '2026-09-23'].map((neededUntil) => ({ ...need, neededUntil })) as NeedView[]
  expect(actsOfNeeds(needs, TODAY).map(({ due }) => due)).toEqual(['2026-09-22'])
})

it('names how many pairs end soon, and by when the first must be decided', () => {
  const first = {
    lotTitle: 'Portes',
    needTitle: 'Foyer',
    availableUntil: '2026-09-20',
    neededUntil: '2026-09-18',
  }
  expect(actsOfPairs({ count: 3, first })).toMatchObject([
    { due: '2026-09-18', path: '/rapprochements', facts: { count: 3, name: 'Portes', need: 'Foyer' } },
  ])
  expect(actsOfPairs({ count: 0, first: null })).toEqual([])
})

it('tells an agent of works that end without a handover, of sites without inventory and of news, when there are any', () => {
  const commune = { code: '93048', name: 'Montreuil' }
  const inventory = { totalG: 1, reusableG: 1 }
  const sites = [
    { worksUntil: '2026-10-01', inventory, handedOverG: 0 },
    { worksUntil: '2026-09-25', inventory: null, handedOverG: 0 },
    { worksUntil: '2026-10-01', inventory, handedOverG: 5 },
    { worksUntil: '2026-12-01', inventory, handedOverG: 0 },
    { worksUntil: '2026-09-01', inventory: null, handedOverG: 0 },
  ]
  const acts = actsOfCommune(commune, sites, [{ massG: 3 }, { massG: 4 }], TODAY)
  expect(acts.map(({ kind, due, facts }) => [kind, due, facts.count, facts.massG])).toEqual([
    ['endingSites', '2026-09-25', 2, undefined],
    ['handovers', null, 2, 7],
    ['bareSites', null, 1, undefined],
  ])
  expect(actsOfCommune(commune, [], [], TODAY)).toEqual([])
})

it('puts what is overdue first, then by day, and what has no day last', () => {
  const days = [null, '2026-09-20', '2026-09-01', null, '2026-09-15']
  const acts = days.map((due, at): Act => ({ kind: 'lot', due, path: `/${at}`, facts: {} }))
  expect(sortActs(acts).map(({ path }) => path)).toEqual(['/2', '/4', '/1', '/0', '/3'])
})

import { expect, it } from 'vitest'
import { paths } from '~/core/paths'
import type { KindName } from '../mix'
import { kindOf, type Side } from './kinds'

const ID = '01981c2e-7a00-7000-8000-000000000001'

it.each<[Side, string, string, KindName]>([
  ['visitor', 'GET', '/assets/fr/route-Bx1_-2.js', 'script'],
  ['visitor', 'GET', '/assets/worker-Cz.mjs', 'script'],
  ['visitor', 'GET', paths.photoFile('ab/x-320.avif'), 'photo'],
  ['visitor', 'GET', paths.lots(), 'searchFilters'],
  ['visitor', 'GET', `${paths.lots()}?q=porte`, 'searchWords'],
  ['visitor', 'GET', '/lots.data?q=porte', 'searchData'],
  ['taker', 'GET', '/lots.data?q=porte', 'takerSearchData'],
  ['visitor', 'GET', paths.lot(ID), 'lot'],
  ['giver', 'GET', `${paths.lot(ID)}.data?fait=publie`, 'ownLotData'],
  ['taker', 'GET', paths.dashboard(), 'takerBoard'],
  ['taker', 'GET', '/lots/compte.data?materiau=door', 'lotCount'],
  ['taker', 'GET', paths.lotSuggestions('porte'), 'suggestions'],
  ['taker', 'GET', `${paths.newReservation(ID)}.data`, 'reserveData'],
  ['taker', 'POST', `${paths.newReservation(ID)}.data`, 'reserved'],
  ['taker', 'POST', `${paths.reservationMessages(ID)}.data`, 'messageSent'],
  ['giver', 'POST', paths.photoUpload(ID), 'photoSent'],
  ['giver', 'GET', paths.photoSpotting(ID), 'photoSpotting'],
  ['visitor', 'POST', paths.tellVitals(), 'vitals'],
])('tells what a %s asks with %s %s: %s', (side, method, path, kind) => {
  expect(kindOf(side, { method, path })).toBe(kind)
})

it.each([
  ['visitor', 'GET', paths.dashboard()],
  ['giver', 'GET', '/nulle-part'],
] as const)('leaves nothing out: a %s with %s %s is told', (side, method, path) => {
  expect(() => kindOf(side, { method, path })).toThrow(path)
})

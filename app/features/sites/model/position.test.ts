import { expect, it } from 'vitest'
import { judgePosition } from './position'

const SAINT_DENIS = { code: '93066', name: 'Saint-Denis', lat: 48.9362, lon: 2.3574 }
const PARIS = { code: '75056', name: 'Paris', lat: 48.8566, lon: 2.3522 }
const ORLY = { code: '94054', name: 'Orly', lat: 48.7432, lon: 2.4042 }
const ALL = [SAINT_DENIS, PARIS, ORLY]

it.each([
  ['its own centre', SAINT_DENIS, SAINT_DENIS, 'fine'],
  ['9 km off', PARIS, SAINT_DENIS, 'fine'],
  ['13 km off Paris', ORLY, PARIS, 'far'],
  ['21 km off', ORLY, SAINT_DENIS, 'far'],
  ['Orléans', { lat: 47.9, lon: 1.9 }, PARIS, 'outside'],
] as const)('%s is %4$s', (_name, position, commune, kind) => {
  expect(judgePosition(position, commune, ALL).kind).toBe(kind)
})

it('says how far, in whole kilometres', () => {
  expect(judgePosition(ORLY, SAINT_DENIS, ALL)).toEqual({ kind: 'far', km: 22, communeName: 'Saint-Denis' })
})

import { expect, it } from 'vitest'
import { ficheAfter, findFiches, threadsOf, type Post } from './fiche'

const fiche = (title: string, more: object = {}) => ({
  ...{ title, body: '', organisationName: 'Ville Modèle', materials: [], topics: ['storage' as const] },
  ...more,
})
const ALL = [
  fiche('Une cour pour entrepôt', { materials: ['brick'] }),
  fiche('Écrire la clause', { body: 'Le marché dit la dépose soignée.', topics: ['procurement'] }),
]

it.each([
  [{ q: '' }, 2],
  [{ q: 'ENTREPOT cour' }, 1],
  [{ q: 'modele deposee' }, 0],
  [{ q: '', theme: 'procurement' as const }, 1],
  [{ q: '', materiau: 'brick' as const }, 2],
  [{ q: '', materiau: 'door' as const }, 1],
])('%j finds %i', (search, found) => {
  expect(findFiches(ALL, search)).toHaveLength(found)
})

it.each([
  ['proposed', 'publish', 'published'],
  ['proposed', 'refuse', 'refused'],
  ['hidden', 'publish', null],
  ['published', 'refuse', null],
] as const)('a %s fiche, on %s, is %s', (state, decision, after) => {
  expect(ficheAfter(state, decision)).toBe(after)
})

it('puts answers under their post, the newest thread first', () => {
  const post = (id: string, parentId: string | null, createdAtMs: number): Post => ({
    ...{ id, parentId, createdAtMs, organisationName: '', authorName: '', text: id },
    ...{ isHidden: false, hiddenReason: '' },
  })
  const threads = threadsOf([post('b', 'a', 3), post('a', null, 1), post('c', null, 2), post('d', 'a', 2)])
  expect(threads.map(({ id, answers }) => [id, answers.map((answer) => answer.id)])).toEqual([
    ['c', []],
    ['a', ['d', 'b']],
  ])
})

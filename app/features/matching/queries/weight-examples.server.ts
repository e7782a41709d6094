import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import type { MaterialType } from '~/core/material-types'
import { countOpenLotsByMaterial, listOpenLotsOf } from '~/features/lots/queries.server'
import { listOpenNeedsFor } from '~/features/needs/queries.server'
import { chooseExamples, compareRankings, type Move } from '../model/rank-change'
import { reweigh } from '../model/reweigh'
import type { ScorePart } from '../model/score'
import type { ExampleLine, WeightExample } from '../model/weight-example'
import type { Weights } from '../model/weights'
import { findLotsForNeeds, findNeedsForLots } from '../queries.server'

/** Bounds that keep a preview quick however large the market: materials and, of each, needs and lots looked at. */
const MOST_MATERIALS = 6
const NEWEST_OF_EACH = 8
const SHOWN = { needs: 3, lots: 2, best: 5 }

/**
 * What a change of weights would do to real rankings. The same market always gives the same examples: of the newest open
 * needs and lots of the most offered materials, those with the most candidates, of different materials first.
 */
export async function previewWeights(before: Weights, after: Weights): Promise<WeightExample[]> {
  const materials = await mostOffered()
  const [needs, lots] = await Promise.all([
    listOpenNeedsFor(materials),
    listOpenLotsOf(materials, isoDayOf(nowMs())),
  ])
  const [forNeeds, forLots] = await Promise.all([
    findLotsForNeeds(newestOfEach(needs), Number.MAX_SAFE_INTEGER),
    findNeedsForLots(newestOfEach(lots), Number.MAX_SAFE_INTEGER),
  ])
  const ofNeeds = forNeeds.map(({ need, best }) => ({ ...need, candidates: best.length, best }))
  const ofLots = forLots.map(({ lot, best }) => ({ ...lot, candidates: best.length, best }))
  return [
    ...chooseExamples(ofNeeds, SHOWN.needs).map((need) => exampleOf('need', need, before, after)),
    ...chooseExamples(ofLots, SHOWN.lots).map((lot) => exampleOf('lot', lot, before, after)),
  ]
}

async function mostOffered(): Promise<MaterialType[]> {
  const counts = [...(await countOpenLotsByMaterial())]
  counts.sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
  return counts.slice(0, MOST_MATERIALS).map(([material]) => material)
}

/** Ids sort by creation. */
function newestOfEach<Item extends { id: string; material: MaterialType }>(items: readonly Item[]): Item[] {
  const newest = [...items].sort((a, b) => (a.id < b.id ? 1 : -1))
  const taken = new Map<MaterialType, number>()
  return newest.filter(({ material }) => {
    const before = taken.get(material) ?? 0
    taken.set(material, before + 1)
    return before < NEWEST_OF_EACH
  })
}

type Named = { id: string; title: string; communeName: string }
type Candidate = { item: Named; pair: { parts: ScorePart[] } }
type Subject = Named & { material: MaterialType; candidates: number; best: readonly Candidate[] }

function exampleOf(
  of: 'need' | 'lot',
  { id, title, communeName, material, candidates, best }: Subject,
  before: Weights,
  after: Weights,
): WeightExample {
  const names = new Map(best.map(({ item }) => [item.id, item]))
  const named = (moves: Move[]): ExampleLine[] =>
    moves.map((move) => {
      const item = names.get(move.id)
      return { ...move, title: item?.title ?? '', communeName: item?.communeName ?? '' }
    })
  const moves = compareRankings(rankedBy(best, before), rankedBy(best, after), SHOWN.best)
  const shown = { before: named(moves.before), after: named(moves.after) }
  return { of, id, title, communeName, material, candidates, ...shown }
}

/** In the order of results: score first, ties by id. */
function rankedBy(best: readonly Candidate[], weights: Weights): { id: string; score: number }[] {
  return best
    .map(({ item, pair }) => ({ id: item.id, score: reweigh(pair.parts, weights) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}

import type { Candidate, Suggestion, Verdict } from './suggest'

const MAX_CANDIDATES = 3
const RANK: Record<Verdict, number> = { 'not-a-material': 0, unsure: 1, likely: 2, sure: 3 }

/**
 * What the photos of one lot suggest together, from what was kept of each. Photos that seem to show no material
 * say nothing, unless all do. A material's confidence is its mean over the photos that show one; the verdict is the
 * best among photos that put the first material first, and at most `likely` when another photo is sure of another one.
 * Without photos: unsure, no candidate.
 */
export function combineSuggestions(photos: readonly Suggestion[]): Suggestion {
  const seen = photos.filter(({ verdict }) => verdict !== 'not-a-material')
  if (seen.length === 0) {
    return { verdict: photos.length > 0 ? 'not-a-material' : 'unsure', candidates: [] }
  }
  const candidates = meanCandidates(seen)
  const first = candidates[0]?.material
  const agreeing = seen.filter((photo) => photo.candidates[0]?.material === first)
  const verdict = agreeing.reduce<Verdict>(
    (best, photo) => (RANK[photo.verdict] > RANK[best] ? photo.verdict : best),
    'unsure',
  )
  const isDisputed = seen.some((photo) => photo.verdict === 'sure' && photo.candidates[0]?.material !== first)
  return { verdict: verdict === 'sure' && isDisputed ? 'likely' : verdict, candidates }
}

function meanCandidates(photos: readonly Suggestion[]): Candidate[] {
  const sums = new Map<Candidate['material'], number>()
  for (const { material, confidence } of photos.flatMap((photo) => photo.candidates)) {
    sums.set(material, (sums.get(material) ?? 0) + confidence)
  }
  return [...sums]
    .map(([material, sum]) => ({ material, confidence: sum / photos.length }))
    .sort((a, b) => b.confidence - a.confidence || (a.material < b.material ? -1 : 1))
    .slice(0, MAX_CANDIDATES)
}

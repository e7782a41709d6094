import { foldText } from '~/core/fold'
import type { MaterialType } from '~/core/material-types'

export const TOPICS = [
  'survey',
  'procurement',
  'removal',
  'storage',
  'transport',
  'matching',
  'training',
  'measure',
] as const
export type Topic = (typeof TOPICS)[number]

export type FicheState = 'proposed' | 'published' | 'refused' | 'hidden'

/** What a commune or the Métropole has learned, for the others to use. */
export type Fiche = {
  id: string
  organisationId: string
  organisationName: string
  title: string
  body: string
  materials: readonly MaterialType[]
  topics: readonly Topic[]
  state: FicheState
  reason: string
  updatedAtMs: number
}

export const FICHE_DECISIONS = ['publish', 'refuse'] as const
export type FicheDecision = (typeof FICHE_DECISIONS)[number]

const DECIDED: Record<FicheDecision, { from: readonly FicheState[]; to: FicheState }> = {
  publish: { from: ['proposed', 'refused'], to: 'published' },
  refuse: { from: ['proposed'], to: 'refused' },
}

/** The state that a decision of the team leads to; null where the state does not allow it. */
export function ficheAfter(state: FicheState, decision: FicheDecision): FicheState | null {
  return DECIDED[decision].from.includes(state) ? DECIDED[decision].to : null
}

export type LibrarySearch = { q: string; theme?: Topic; materiau?: MaterialType }

/** The fiches that a search keeps: every word is found; a fiche without materials is about any. */
export function findFiches<
  F extends Pick<Fiche, 'title' | 'body' | 'organisationName' | 'materials' | 'topics'>,
>(fiches: readonly F[], { q, theme, materiau }: LibrarySearch): F[] {
  const words = foldText(q).split(' ').filter(Boolean)
  return fiches.filter((fiche) => {
    if (theme && !fiche.topics.includes(theme)) return false
    if (materiau && fiche.materials.length > 0 && !fiche.materials.includes(materiau)) return false
    const text = foldText([fiche.title, fiche.body, fiche.organisationName].join(' '))
    return words.every((word) => text.includes(word))
  })
}

/** A post of the club with its answers, the oldest first. */
export type Post = {
  id: string
  parentId: string | null
  organisationName: string
  authorName: string
  text: string
  isHidden: boolean
  hiddenReason: string
  createdAtMs: number
}
export type Thread = Post & { answers: Post[] }

/** Posts by thread: the newest thread first, its answers in order. */
export function threadsOf(posts: readonly Post[]): Thread[] {
  const inOrder = [...posts].sort((a, b) => a.createdAtMs - b.createdAtMs || (a.id < b.id ? -1 : 1))
  return inOrder
    .filter(({ parentId }) => parentId === null)
    .map((post) => ({ ...post, answers: inOrder.filter(({ parentId }) => parentId === post.id) }))
    .reverse()
}

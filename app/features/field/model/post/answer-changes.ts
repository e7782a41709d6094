import { listOf, type PostingAnswers } from '~/features/lots/model/posting-answers'
import type { Answering } from './answering'

/** What the store is told: the answers that differ, and the names that a person has answered since. */
export type AnswerChanges = { answers: PostingAnswers; chosen: readonly string[] }

/** What changed from one state of the answers to the next; null when nothing did. */
export function answerChanges(before: Answering, now: Answering): AnswerChanges | null {
  const answers = Object.fromEntries(
    Object.entries(now.answers).filter(([name]) => !isSame(before.answers, now.answers, name)),
  )
  const chosen = now.chosen.filter((name) => !before.chosen.includes(name))
  return Object.keys(answers).length + chosen.length > 0 ? { answers, chosen } : null
}

/** An answer that is not there and an empty one are the same. */
function isSame(before: PostingAnswers, now: PostingAnswers, name: string): boolean {
  const [a, b] = [listOf(before, name), listOf(now, name)]
  return a.length === b.length && a.every((value, at) => value === b[at])
}

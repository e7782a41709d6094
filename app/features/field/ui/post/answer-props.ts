import type { PostingAnswers } from '~/features/lots/model/posting-answers'
import type { Answering } from '../../model/post/answering'

/** What every section takes: where it stands on the page, the answers so far, what is wrong, and whom to tell. */
export type AnswerProps = {
  id: string
  answering: Answering
  error?: readonly string[]
  onAnswer: (given: PostingAnswers) => void
}

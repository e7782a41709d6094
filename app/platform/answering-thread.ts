import { parentPort } from 'node:worker_threads'
import { giveWay } from './give-way'

/** A question, or a request to end once what was asked before is done. */
export type ThreadRequest<Question> = { kind: 'ask'; id: number; question: Question } | { kind: 'stop' }
export type ThreadReply<Answer> =
  | { kind: 'ready' }
  | { kind: 'unloadable'; message: string }
  | { kind: 'answer'; id: number; answer: Answer }
  | { kind: 'failed'; id: number; message: string }

/**
 * Answers the questions of an `AskedThread`, in this thread, one after the other. Where loading fails the other side is
 * told once, and nothing is answered: it gives this thread up. Requests for pages go first.
 */
export function answerInThread<Loaded, Question, Answer>(
  load: () => Promise<Loaded>,
  answer: (loaded: Loaded, question: Question) => Promise<Answer>,
): void {
  const reply = (message: ThreadReply<Answer>) => parentPort?.postMessage(message)
  giveWay()
  const loading = load()
  let last: Promise<unknown> = loading.then(
    () => reply({ kind: 'ready' }),
    (error: unknown) => reply({ kind: 'unloadable', message: messageOf(error) }),
  )
  const serve = async (request: ThreadRequest<Question>) => {
    if (request.kind === 'stop') return void parentPort?.close()
    const loaded = await loading.catch(() => null)
    if (loaded === null) return
    try {
      reply({ kind: 'answer', id: request.id, answer: await answer(loaded, request.question) })
    } catch (error) {
      reply({ kind: 'failed', id: request.id, message: messageOf(error) })
    }
  }
  parentPort?.on('message', (request: ThreadRequest<Question>) => {
    last = last.then(() => serve(request))
  })
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

import { fork, type ChildProcess } from 'node:child_process'
import os from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Draw } from './picture-sources'
import { renderPicture, type PictureJob } from './pictures/render-picture'

/** The argument that makes the seed's entry draw for another process instead of seeding. */
export const DRAWING_ARGUMENT = '--draw'

type Request = { id: number; job: PictureJob }
type Reply = { id: number; jpeg: Uint8Array } | { id: number; fault: string }
type Waiting = { settle: (jpeg: Uint8Array) => void; fail: (error: Error) => void }

/** Draws what the parent process asks for, one picture after the other, until it lets go. */
export function serveDrawings(): void {
  let turn: Promise<void> = Promise.resolve()
  process.on('message', ({ id, job }: Request) => {
    turn = turn.then(async () => {
      const reply: Reply = await renderPicture(job).then(
        (jpeg) => ({ id, jpeg }),
        (error: unknown) => ({ id, fault: String(error) }),
      )
      process.send?.(reply)
    })
  })
}

/**
 * Starts processes that draw, as many as the machine has cores, at most four. Drawing is pure computation:
 * in one process it would take the sum of all pictures' times.
 * @param entry URL of the module that answers `DRAWING_ARGUMENT` with `serveDrawings`
 */
export function startDrawingHelpers(entry: string): { draw: Draw; stop: () => void } {
  const count = Math.max(1, Math.min(4, os.availableParallelism()))
  const helpers = Array.from({ length: count }, () => startHelper(fileURLToPath(entry)))
  let turn = 0
  return {
    draw: (job) => helpers[turn++ % helpers.length]!.draw(job),
    stop: () => helpers.forEach(({ child }) => child.connected && child.disconnect()),
  }
}

function startHelper(file: string): { child: ChildProcess; draw: Draw } {
  const child = fork(file, [DRAWING_ARGUMENT], { serialization: 'advanced' })
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  child.on('message', (reply: Reply) => {
    const call = waiting.get(reply.id)
    waiting.delete(reply.id)
    if ('jpeg' in reply) call?.settle(reply.jpeg)
    else call?.fail(new Error(reply.fault))
  })
  const failAll = (): void => {
    for (const { fail } of waiting.values()) fail(new Error('A drawing process ended'))
    waiting.clear()
  }
  child.once('exit', failAll)
  child.on('error', failAll)
  const draw: Draw = (job) =>
    new Promise((settle, fail) => {
      const id = ++lastId
      waiting.set(id, { settle, fail })
      child.send({ id, job } satisfies Request, (error) => error && fail(error))
    })
  return { child, draw }
}

import { AsyncResource } from 'node:async_hooks'
import type { ServerBuild } from '@remix-run/node'
import type { Request, RequestHandler, Response } from 'express'
import { pagesWaiting } from '~/platform/metrics.server'
import { NO_ROUTE, patternOf, routePatterns } from './route-patterns'

type Answer = (...of: Parameters<RequestHandler>) => Promise<void>

type Turns = {
  /** Whether what is asked waits for its turn; everything else is answered at once. */
  isTurned: (req: Request) => boolean
  /** How many are made at the same time. */
  most?: number
  /** How long one that is not done keeps others waiting, ms. */
  heldMs?: number
}

/** One would do but for pages that wait for a file or another thread: while they do, the next one is made. */
const MOST = 4
const HELD_MS = 1000

/**
 * Makes few pages at a time, in the order in which they were asked for. The one thread that makes pages goes from one to
 * the other at each wait for anything; of fifty begun together none is ready before nearly all are, whereas in turns each
 * is ready when its own work is done, and the last no later.
 *
 * A page that is made gives its turn to the next, whether or not its reader is slow to take it; so does one whose reader
 * left. One that takes longer than `heldMs` goes on, but keeps nobody waiting: not even a page that asks for another.
 */
export function inTurn(answer: Answer, { isTurned, most = MOST, heldMs = HELD_MS }: Turns): RequestHandler {
  const waiting = new Set<() => void>()
  let held = 0
  const next = () => {
    for (const start of waiting) {
      if (held >= most) break
      waiting.delete(start)
      start()
    }
    pagesWaiting.set(waiting.size)
  }
  const hold = (res: Response) => {
    held += 1
    let isHeld = true
    const giveBack = () => {
      if (!isHeld) return
      isHeld = false
      held -= 1
      clearTimeout(timer)
      res.off('close', giveBack)
      next()
    }
    const timer = setTimeout(giveBack, heldMs).unref()
    res.once('close', giveBack)
    return giveBack
  }
  return (req, res, onError) => {
    if (!isTurned(req)) return void answer(req, res, onError)
    // Begun by whoever gives it the turn, it must not take that one's request for its own.
    const start = AsyncResource.bind(() => {
      res.off('close', leave)
      const giveBack = hold(res)
      void answer(req, res, onError).finally(giveBack)
    })
    const leave = () => void waiting.delete(start)
    res.once('close', leave)
    waiting.add(start)
    next()
  }
}

/** Whether something read is a page of the build, or what scripts ask of its loaders: not a file, nor anything sent. */
export function isOfPages(routes: ServerBuild['routes']): (req: Request) => boolean {
  const kinds = Object.values(routes).flatMap((route) => (route ? [route] : []))
  const isDrawn = ({ module }: (typeof kinds)[number]) => 'default' in module && module.default !== undefined
  const pages = new Set(kinds.filter(isDrawn).map(({ id }) => patternOf(routes, id)))
  const find = routePatterns(routes)
  return ({ method, path }) => {
    if (method !== 'GET' && method !== 'HEAD') return false
    const pattern = find(path)
    return pattern !== NO_ROUTE && pages.has(pattern)
  }
}

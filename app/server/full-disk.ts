import fs from 'node:fs/promises'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { logger } from '~/platform/logger.server'

/** Room that stays for the database's log, for what is under way and for reading. */
const RESERVE_BYTES = 64 * 1024 * 1024
/** How old the last look at the disk may be. */
const FRESH_MS = 1000

const SENTENCE =
  'Le service n’a plus de place pour enregistrer : rien n’a été perdu ni enregistré à moitié, et la consultation continue. Réessayez dans quelques minutes ; l’exploitant en est averti.\n\nThe service has no room left to save: nothing was lost or half saved, and reading goes on. Try again in a few minutes; the operator is told.'

/**
 * Refuses what would write once the disk of the data folder is nearly full (507), before anything of it is read: a
 * sentence instead of a failure half-way. Reading goes on.
 */
export function refuseWhenFull(folder: string, reserveBytes = RESERVE_BYTES): RequestHandler {
  const freeBytes = watchDisk(folder)
  return (req: Request, res: Response, next: NextFunction) => {
    if (req.method === 'GET' || req.method === 'HEAD' || req.method === 'OPTIONS') return next()
    const sent = Number(req.get('Content-Length')) || 0
    void freeBytes().then((free) => {
      if (free >= reserveBytes + sent) return next()
      logger().error({ free, folder }, 'the disk is full: writes are refused')
      res
        .status(507)
        .set({ 'Retry-After': '300', 'Cache-Control': 'no-store' })
        .type('text/plain')
        .send(SENTENCE)
    }, next)
  }
}

function watchDisk(folder: string): () => Promise<number> {
  let lookedAt = -Infinity
  let looking: Promise<number> | null = null
  return () => {
    if (!looking || performance.now() - lookedAt > FRESH_MS) {
      lookedAt = performance.now()
      // A folder that cannot be looked at is no reason to refuse: the write itself will tell.
      looking = fs.statfs(folder).then(
        ({ bavail, bsize }) => bavail * bsize,
        () => Infinity,
      )
    }
    return looking
  }
}

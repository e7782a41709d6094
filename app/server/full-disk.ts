import fs from 'node:fs/promises'
import type { ActionFunctionArgs, ServerBuild } from '@remix-run/node'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { logger } from '~/platform/logger.server'
import { bareReply, drawsPage, isOfPage, sentencesOf, stylesOf } from './failure-replies'

/** Room that stays for the database's log, for what is under way and for reading. */
const RESERVE_BYTES = 64 * 1024 * 1024
/** How old the last look at the disk may be. */
const FRESH_MS = 1000
const STATUS = 507
const HEADERS = { 'Retry-After': '300', 'Cache-Control': 'no-store' }

/**
 * Refuses what would write once the disk of the data folder is nearly full (507), before anything of it is read: a
 * sentence instead of a failure half-way. Programs get it as JSON in their reader's language; who sent a form is passed
 * on, marked, to where pages are drawn. Reading goes on.
 */
export function refuseWhenFull(folder: string, reserveBytes = RESERVE_BYTES): RequestHandler {
  const freeBytes = watchDisk(folder)
  return (req: Request, res: Response, next: NextFunction) => {
    if (req.method === 'GET' || req.method === 'HEAD' || req.method === 'OPTIONS') return next()
    const sent = Number(req.get('Content-Length')) || 0
    void freeBytes().then(async (free) => {
      if (free >= reserveBytes + sent) return next()
      logger().error({ free, folder }, 'the disk is full: writes are refused')
      if (isOfPage(req.path, req.get('Accept'))) {
        res.locals.isDiskFull = true
        return next()
      }
      const { title, text } = await sentencesOf(`${STATUS}`, new Headers(headersOf(req)))
      res.status(STATUS).set(HEADERS).json({ code: 'disk-full', title, message: text })
    }, next)
  }
}

export function isDiskFull(res: Response): boolean {
  return res.locals.isDiskFull === true
}

/** The same application, whose forms answer a full disk with its page and touch nothing. */
export function sparingFullDisk(build: ServerBuild): ServerBuild {
  const styles = stylesOf(build)
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const { action, ...module } = route.module
    if (!action) return [id, route] as const
    const isPage = drawsPage(module)
    const spared = async (args: ActionFunctionArgs) => {
      if (args.context.isDiskFull !== true) return action(args)
      throw isPage
        ? new Response(null, { status: STATUS, headers: HEADERS })
        : await bareReply(args.request, {
            status: STATUS,
            kind: `${STATUS}`,
            code: 'disk-full',
            headers: HEADERS,
            styles,
          })
    }
    return [id, { ...route, module: { ...route.module, action: spared } }] as const
  })
  return { ...build, routes: Object.fromEntries(routes) }
}

function headersOf({ headers }: Request): Record<string, string> {
  return { Cookie: headers.cookie ?? '', 'Accept-Language': headers['accept-language'] ?? '' }
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

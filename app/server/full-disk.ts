import fs from 'node:fs/promises'
import type { ActionFunctionArgs, ServerBuild } from '@remix-run/node'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { localeOf } from '~/http/locale.server'
import { translator } from '~/messages/catalogue'
import { errorPages } from '~/messages/error-pages'
import { logger } from '~/platform/logger.server'

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
      if (isOfPage(req)) {
        res.locals.isDiskFull = true
        return next()
      }
      const { title, text } = await sentences(req.headers)
      res.status(STATUS).set(HEADERS).json({ code: 'disk-full', title, message: text })
    }, next)
  }
}

export function isDiskFull(res: Response): boolean {
  return res.locals.isDiskFull === true
}

/** The same application, whose forms answer a full disk with its page and touch nothing. */
export function sparingFullDisk(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const { action, ...module } = route.module
    if (!action) return [id, route] as const
    const isPage = 'default' in module && module.default !== undefined
    const spared = async (args: ActionFunctionArgs) => {
      if (args.context.isDiskFull !== true) return action(args)
      throw isPage ? new Response(null, { status: STATUS, headers: HEADERS }) : await plainPage(args.request)
    }
    return [id, { ...route, module: { ...route.module, action: spared } }] as const
  })
  return { ...build, routes: Object.fromEntries(routes) }
}

/** What a browser shows: a form's answer, or the data that a page's script asks for in its place. */
function isOfPage(req: Request): boolean {
  return req.path.endsWith('.data') || (req.get('Accept') ?? '').includes('text/html')
}

async function sentences(headers: { cookie?: string; 'accept-language'?: string }) {
  const sent = { Cookie: headers.cookie ?? '', 'Accept-Language': headers['accept-language'] ?? '' }
  const locale = await localeOf(new globalThis.Request('http://here.invalid', { headers: sent }))
  const t = translator(locale, errorPages)
  return { locale, title: t('page.507.title'), text: t('page.507.text'), home: t('page.home') }
}

/** A page of its own for forms whose address draws none. */
async function plainPage(request: globalThis.Request): Promise<globalThis.Response> {
  const [cookie, language] = ['Cookie', 'Accept-Language'].map((name) => request.headers.get(name) ?? '')
  const { locale, title, text, home } = await sentences({ cookie, 'accept-language': language })
  const page = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} – Gisement</title></head><body><main><h1>${title}</h1><p>${text}</p><p><a href="/">${home}</a></p></main></body></html>`
  return new globalThis.Response(page, {
    status: STATUS,
    headers: { ...HEADERS, 'Content-Type': 'text/html; charset=utf-8' },
  })
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

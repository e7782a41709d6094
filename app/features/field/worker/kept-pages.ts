import { assetsOf, inLanguageOf } from './assets-of'

/** Written by the build: the files that the pages below need, scripts without their language, and a name that changes with them. */
declare const PRECACHED: readonly string[]
declare const VERSION: string

const PREFIX = 'gisement-'
const CACHE = PREFIX + VERSION
/** The one document of all screens on site. */
export const SHELL = '/terrain'
/** The page shown in place of one that the network did not bring. */
export const OFFLINE = '/hors-ligne'
const STILL = ['/favicon.svg', '/icon.svg', '/icon-192.png', '/manifest.webmanifest']

/** Keeps both pages with all they need. Files of an earlier version are taken over, so that little is fetched twice. */
export async function keepAll(): Promise<void> {
  const cache = await caches.open(CACHE)
  await keepFiles(cache, STILL)
  for (const page of [SHELL, OFFLINE]) {
    await keepPage(page, await fetch(page, { cache: 'no-store', credentials: 'same-origin' }))
  }
}

/**
 * Keeps a page as it was just answered, once every file that it names or will ask for in its language is there; one that
 * failed changes nothing.
 */
export async function keepPage(path: string, response: Response): Promise<void> {
  if (!response.ok || response.redirected) throw new Error(`${path} answered ${response.status}`)
  const cache = await caches.open(CACHE)
  const kept = response.clone()
  const html = await response.text()
  await keepFiles(cache, [...new Set([...assetsOf(html), ...inLanguageOf(html, PRECACHED)])])
  await cache.put(path, kept)
}

export async function keptPage(path: string): Promise<Response | undefined> {
  return (await caches.open(CACHE)).match(path, { ignoreVary: true })
}

/** A file of the build, kept or else fetched; its name changes with its content. */
export async function keptFile(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
}

export async function dropOldCaches(): Promise<void> {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE)
  await Promise.all(old.map((name) => caches.delete(name)))
}

export function isStill(path: string): boolean {
  return path.startsWith('/assets/') || STILL.includes(path)
}

async function keepFiles(cache: Cache, paths: readonly string[]): Promise<void> {
  await Promise.all(
    paths.map(async (path) => {
      if (await cache.match(path, { ignoreVary: true })) return
      const earlier = path.startsWith('/assets/') && (await caches.match(path, { ignoreVary: true }))
      if (earlier) return cache.put(path, earlier)
      const response = await fetch(path)
      if (!response.ok) throw new Error(`${path} answered ${response.status}`)
      await cache.put(path, response)
    }),
  )
}

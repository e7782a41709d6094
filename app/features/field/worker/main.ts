import { dropOldCaches, isStill, keepAll, keepPage, keptFile, keptPage, OFFLINE, SHELL } from './kept-pages'
import type { FetchAsked, WorkerScope } from './scope'

const worker = self as unknown as WorkerScope

/** How long the network may take before the kept shell is shown in its place. */
const PATIENCE_MS = 3000

worker.addEventListener('install', (event) => event.waitUntil(keepAll()))
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()))
worker.addEventListener('message', (event) => {
  // A new version waits until a person asks for it: nobody's page changes while they write.
  if (event.data === 'activate') void worker.skipWaiting()
})
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return
  if (request.mode !== 'navigate') {
    if (isStill(url.pathname)) event.respondWith(keptFile(request))
    return
  }
  event.respondWith(url.pathname === SHELL ? shell(event) : pageOrOffline(event))
})

async function takeOver(): Promise<void> {
  await dropOldCaches()
  await worker.registration.navigationPreload?.enable()
  await worker.clients.claim()
}

/** The screens on site: fresh if the network is quick, else as kept; what came is kept for the next time. */
async function shell(event: FetchAsked): Promise<Response> {
  const fresh = fromNetwork(event)
  event.waitUntil(fresh.then((response) => keepPage(SHELL, response.clone())).catch(() => undefined))
  const kept = await keptPage(SHELL)
  if (!kept) return fresh.catch(() => offlinePage())
  const came = await Promise.race([fresh.catch(() => null), pause(PATIENCE_MS)])
  return came && came.status < 500 ? came : kept
}

/** Any other page, which is never kept: it may hold what is personal. */
async function pageOrOffline(event: FetchAsked): Promise<Response> {
  try {
    return await fromNetwork(event)
  } catch {
    return offlinePage()
  }
}

async function fromNetwork({ preloadResponse, request }: FetchAsked): Promise<Response> {
  return (await preloadResponse) ?? fetch(request)
}

async function offlinePage(): Promise<Response> {
  return (await keptPage(OFFLINE)) ?? Response.error()
}

function pause(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms))
}

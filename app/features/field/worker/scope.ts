/** What a service worker has beyond a page, as far as this one uses it. */
export type LastingEvent = Event & { waitUntil: (work: Promise<unknown>) => void }

export type FetchAsked = LastingEvent & {
  request: Request
  /** The page that the browser began to fetch while the worker woke up; nothing where it cannot. */
  preloadResponse: Promise<Response | undefined>
  respondWith: (answer: Promise<Response>) => void
}

type WorkerEvents = {
  install: LastingEvent
  activate: LastingEvent
  fetch: FetchAsked
  message: MessageEvent
}

export type WorkerScope = {
  location: Location
  registration: { navigationPreload?: { enable: () => Promise<void> } }
  clients: { claim: () => Promise<void> }
  skipWaiting: () => Promise<void>
  addEventListener: <Name extends keyof WorkerEvents>(
    name: Name,
    listener: (event: WorkerEvents[Name]) => void,
  ) => void
}

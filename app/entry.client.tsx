import { RemixBrowser } from '@remix-run/react'
import { lazy, startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { MEASURED_META, readMeta } from '~/ui/request-facts'
import { trustOwnOnly } from '~/ui/trusted-types'

trustOwnOnly()

// A reply that the router gave up for a newer one rejects a promise inside the decoder of replies that nobody can reach.
addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof DOMException && event.reason.name === 'AbortError') event.preventDefault()
})

const Never = lazy(() => new Promise<never>(() => {}))

/** Whoever went back before the page was ready (`LateScripts`) waits for another: nothing may start in this one. */
function Page() {
  return '__hasLeft' in window ? <Never /> : <RemixBrowser />
}

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <Page />
    </StrictMode>,
  )
})

const measured = readMeta(MEASURED_META)
if (measured !== null) {
  // After all else: measuring must not be what makes the page slow.
  setTimeout(() => {
    // Without a network there is nobody to tell.
    import('~/root/tell-vitals').then(
      ({ tellVitals }) => tellVitals(measured),
      () => {},
    )
  }, 3000)
}

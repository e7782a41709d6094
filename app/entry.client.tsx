import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { MEASURED_META, readMeta } from '~/ui/request-facts'
import { trustOwnOnly } from '~/ui/trusted-types'

trustOwnOnly()

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
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

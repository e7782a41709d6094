import { useEffect, useState } from 'react'

/** A new version that waits for a person to ask for it; null while there is none. */
export type Update = { reload: () => void } | null

const WORKER = '/sw.js'

/** Keeps the screens on site on this device, and says when a newer version of them is ready. */
export function useServiceWorker(): Update {
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null)
  useEffect(() => {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
    const ask = () =>
      void navigator.serviceWorker.getRegistration(WORKER).then(
        (known) => known?.update(),
        () => undefined,
      )
    void register(setWaiting)
    const whenSeen = () => {
      if (document.visibilityState === 'visible') ask()
    }
    document.addEventListener('visibilitychange', whenSeen)
    return () => document.removeEventListener('visibilitychange', whenSeen)
  }, [])
  return waiting && { reload: () => activate(waiting) }
}

async function register(onWaiting: (worker: ServiceWorker) => void): Promise<void> {
  try {
    const registration = await navigator.serviceWorker.register(WORKER, { updateViaCache: 'none' })
    if (registration.waiting) onWaiting(registration.waiting)
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing
      worker?.addEventListener('statechange', () => {
        // Without a controller this is the first version: there is nothing to change from.
        if (worker.state === 'installed' && navigator.serviceWorker.controller) onWaiting(worker)
      })
    })
  } catch {
    // Without a worker every page still works, with a network.
  }
}

function activate(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true })
  worker.postMessage('activate')
}

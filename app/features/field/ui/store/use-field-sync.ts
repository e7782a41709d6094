import { useEffect } from 'react'
import { openFieldStore } from './field-store'
import { syncField } from './sync-facts'

/** Sends what waits and learns what is new: at the start, when the network is back and when the page is looked at. */
export function useFieldSync(): void {
  useEffect(() => {
    const sync = () => void syncField(openFieldStore())
    const whenSeen = () => {
      if (document.visibilityState === 'visible') sync()
    }
    sync()
    window.addEventListener('online', sync)
    document.addEventListener('visibilitychange', whenSeen)
    return () => {
      window.removeEventListener('online', sync)
      document.removeEventListener('visibilitychange', whenSeen)
    }
  }, [])
}

import { countUnsent } from '../../model/outbox'
import { forgetCaches } from '../worker/forget-caches'
import { openFieldStore } from './field-store'

/** Erases all that this device keeps, unless something of it is not on the server yet; says whether it did. */
export async function forgetDevice(): Promise<boolean> {
  const store = openFieldStore()
  await store.reload()
  if (countUnsent(store.snapshot()) > 0) return false
  await store.purge()
  await forgetCaches()
  return true
}

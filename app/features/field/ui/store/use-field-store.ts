import { useSyncExternalStore } from 'react'
import type { FieldFacts } from '../../model/field-facts'
import { openFieldStore } from './field-store'
import { NOTHING_YET, type FieldSnapshot } from './field-snapshot'

/** Everything that this device keeps, as it stands now. */
export function useFieldSnapshot(): FieldSnapshot {
  return useSyncExternalStore(subscribe, snapshot, () => NOTHING_YET)
}

/** The account, its sites with their recalled terms and its lots, as the server last gave them; null before. */
export function useFieldFacts(): FieldFacts | null {
  return useFieldSnapshot().facts
}

function subscribe(listener: () => void): () => void {
  return openFieldStore().subscribe(listener)
}

function snapshot(): FieldSnapshot {
  return openFieldStore().snapshot()
}

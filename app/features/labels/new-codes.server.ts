import { randomBytes } from 'node:crypto'
import type { Tx } from '~/platform/transaction.server'
import { CODE_RANDOM, labelCodeOf } from './model/code'
import { listTakenCodes } from './repo.server'

/** Codes that no label has, made from randomness. */
export async function newCodes(tx: Tx, count: number): Promise<string[]> {
  const made = new Set<string>()
  while (made.size < count) {
    const drawn = Array.from({ length: count - made.size }, () => labelCodeOf(randomBytes(CODE_RANDOM)))
    const taken = new Set(await listTakenCodes(tx, drawn))
    for (const code of drawn) if (!taken.has(code)) made.add(code)
  }
  return [...made]
}

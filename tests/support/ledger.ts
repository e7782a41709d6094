import { LEDGER_COMMANDS } from '~/cli/commands/ledger'
import { dispatch } from '~/cli/dispatch'
import { recordHandover } from '~/features/accounting/commands/record-handover.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { env, setEnv } from '~/platform/env.server'
import { accepts, requests, signs } from './answers'
import { connectionTo, copyOf, isOnPostgres, type TestSetup } from './database'
import { dropTrigger } from './past-the-product'

/** Hands over a part of a lot with a mass that both sides sign, and enters it; the handover's id. */
export async function handsOver(
  parties: { giver: Actor; taker: Actor },
  lotId: string,
  massG: number,
  units = 20,
): Promise<string> {
  const reservationId = await requests(parties.taker, lotId, units)
  await accepts(parties.giver, reservationId)
  await signs(parties.giver, reservationId, massG)
  const handoverId = await signs(parties.taker, reservationId, massG)
  if (!handoverId) throw new Error('both sides signed, and nothing was handed over')
  await recordHandover(handoverId)
  return handoverId
}

/** Runs `gisement ledger …` and returns how it ended and what it said. */
export async function gisement(...args: string[]): Promise<{ exit: number; out: string; err: string }> {
  const out: string[] = []
  const err: string[] = []
  const output = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) }
  const exit = await dispatch(args, LEDGER_COMMANDS, output)
  return { exit, out: out.join('\n'), err: err.join('\n') }
}

/** The same of another database: named on the command line, or on PostgreSQL by the environment. */
export async function gisementOn(address: string, ...args: string[]): ReturnType<typeof gisement> {
  if (!isOnPostgres) return gisement(...args, '--database', address)
  const own = env()
  setEnv({ ...own, databaseUrl: address })
  try {
    return await gisement(...args)
  } finally {
    setEnv(own)
  }
}

/** A copy of a database that someone changes past the product: with the triggers gone, as they would. */
export async function tamper(setup: TestSetup, change: string): ReturnType<typeof copyOf> {
  const copy = await copyOf(setup)
  const writer = connectionTo(copy.address)
  for (const name of ['ledger_rows_no_update', 'ledger_rows_no_delete'])
    dropTrigger({ writer }, 'ledger_rows', name)
  writer.exec(change)
  writer.close()
  return copy
}

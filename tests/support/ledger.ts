import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { LEDGER_COMMANDS } from '~/cli/commands/ledger'
import { dispatch } from '~/cli/dispatch'
import { recordHandover } from '~/features/accounting/commands/record-handover.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { accepts, requests, signs } from './answers'

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

/** A copy of a database that someone changes past the product: with the triggers gone, as they would. */
export function tamper(file: string, change: string): { file: string; remove: () => void } {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'gisement-tampered-'))
  const copy = path.join(dir, 'gisement.sqlite')
  const source = new Sqlite(file)
  source.exec(`vacuum into '${copy}'`)
  source.close()
  const open = new Sqlite(copy)
  open.exec(`drop trigger ledger_rows_no_update; drop trigger ledger_rows_no_delete; ${change}`)
  open.close()
  return { file: copy, remove: () => fs.rmSync(dir, { recursive: true, force: true }) }
}

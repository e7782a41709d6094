import { setClock } from '~/core/clock'
import { addDays, type IsoDay } from '~/core/days'
import { publishHead } from '~/features/accounting/commands/keep-chain.server'
import { askCorrection } from '~/features/accounting/commands/correct-mass.server'
import { recordHandover } from '~/features/accounting/commands/record-handover.server'
import { publishFactors } from '~/features/carbon/commands/publish-factors.server'
import { FACTOR_SET, shippedRows } from '~/features/carbon/model/factors'
import { DEMO_ACCOUNTS, type DemoRole } from '~/features/identity/model/demo-accounts'
import type { Actor } from '~/features/organisations/model/permissions'
import { diceFor } from './dice'
import type { HandoverRow } from './factories/reservation'
import type { Rows } from './factories/rows'
import { actorOf } from './seed-pairs'
import { LEDGER_WORDS } from './words/ledger'

/** How long before the demo's today the team's own version of the factors begins. */
const VERSION_DAYS = 45
const HOUR_MS = 3_600_000

/**
 * Writes the ledger by the product's own commands, as at the time of each handover: a version of the factors comes into
 * force on the way, one mass was wrong and is corrected, another correction waits for its answer.
 */
export async function seedLedger(rows: Rows, baseDay: IsoDay): Promise<void> {
  const inOrder = [...rows.handovers].sort((a, b) => a.completedAtMs - b.completedAtMs)
  const versionMs = Date.parse(`${addDays(baseDay, -VERSION_DAYS)}T07:00:00Z`)
  let now = 0
  setClock({ now: () => now })
  try {
    const at = inOrder.findIndex(({ completedAtMs }) => completedAtMs >= versionMs)
    const before = at === -1 ? inOrder.length : at
    for (const { id, completedAtMs } of inOrder.slice(0, before)) {
      now = completedAtMs + 60_000
      await recordHandover(id)
    }
    now = versionMs
    await publishOwnFactors(demoActor(rows, 'admin'), addDays(baseDay, -VERSION_DAYS))
    for (const { id, completedAtMs } of inOrder.slice(before)) {
      now = completedAtMs + 60_000
      await recordHandover(id)
    }
    now += HOUR_MS
    await correctTwo(rows, inOrder)
    await publishHead()
  } finally {
    setClock()
  }
}

/** The shipped factors with a careful substitution of insulation: a version that needs no figure of its own. */
async function publishOwnFactors(actor: Actor, validFrom: IsoDay): Promise<void> {
  const careful = shippedRows().map((row) =>
    row.material === 'insulation' ? { ...row, substitution: 0.8 } : row,
  )
  const reason = LEDGER_WORDS.factors
  const done = await publishFactors({ actor, rows: careful, validFrom, reason, seen: FACTOR_SET.version })
  if (!done.ok) throw new Error(`The factors of the demo were refused: ${done.error.code}`)
}

/** Of the demo giver's last handovers, the team corrects one, and the giver asks for another. */
async function correctTwo(rows: Rows, inOrder: readonly HandoverRow[]): Promise<void> {
  const giver = demoActor(rows, 'giver')
  const own = new Set(
    rows.reservations
      .filter(({ giverOrganisationId }) => giverOrganisationId === giver.organisationId)
      .map(({ id }) => id),
  )
  const [asked, corrected] = inOrder.filter(({ reservationId }) => own.has(reservationId)).reverse()
  if (!asked || !corrected) return
  const dice = diceFor('corrections')
  await ask(demoActor(rows, 'admin'), corrected, dice.id(corrected.completedAtMs), 'typing')
  await ask(giver, asked, dice.id(asked.completedAtMs), 'weighing')
}

async function ask(actor: Actor, handover: HandoverRow, id: string, reason: 'typing' | 'weighing') {
  const massG = Math.max(1000, Math.round(handover.massG / 1.25 / 1000) * 1000)
  const note = LEDGER_WORDS[reason]
  const done = await askCorrection({ actor, id, handoverId: handover.id, massG, reason, note })
  if (!done.ok) throw new Error(`A correction of the demo was refused: ${done.error.code}`)
}

function demoActor(rows: Rows, role: DemoRole): Actor {
  const email = DEMO_ACCOUNTS.find((account) => account.role === role)?.email
  const actor = actorOf(rows, (user) => user.email === email)
  if (!actor) throw new Error(`The demo has no ${role}`)
  return actor
}

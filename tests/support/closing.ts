import { answerOf, argsOf, requestAs } from './requests'
import { newId } from '~/core/ids'
import { recordHandover } from '~/features/accounting/commands/record-handover.server'
import { readClosing } from '~/features/closing/read-closing.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { action as recordAction } from '~/routes/closing-record/route'
import { action as rowAction } from '~/routes/closing-row/route'
import { accepts, publishes, requests, signs } from './answers'

type Answers = Record<string, string>

/** Posts a form to the closing record of a site. */
export async function postsRecord(actor: Actor | null, siteId: string, form: Answers): Promise<unknown> {
  const request = await requestAs(actor, `/chantiers/${siteId}/recolement`, form)
  return answerOf(recordAction(argsOf(request, { siteId })))
}

/** Posts a form to one row of it. */
export async function postsRow(
  actor: Actor | null,
  at: { siteId: string; rowId: string },
  form: Answers,
): Promise<unknown> {
  const request = await requestAs(actor, `/chantiers/${at.siteId}/recolement/${at.rowId}`, form)
  return answerOf(rowAction(argsOf(request, at)))
}

/** The revision of a site's record, as its forms hold it. */
export async function revisionOf(siteId: string): Promise<string> {
  return String((await readClosing(siteId)).record.revision)
}

/** A departure of 7.5 tonnes to a sorting centre, as its form sends it. */
export async function entryAnswers(siteId: string, more: Answers = {}): Promise<Answers> {
  return {
    ...{ intent: 'entry', revision: await revisionOf(siteId), id: newId(), outcome: 'recycled' },
    ...{ massKg: '7 500', operator: 'Tri Modèle', wasteCode: '17 02 01', evidence: 'Ticket 4412' },
    ...more,
  }
}

/** An explanation of a difference, as its form sends it. */
export async function gapAnswers(siteId: string, gapG: number): Promise<Answers> {
  return {
    ...{ intent: 'gap', revision: await revisionOf(siteId), gapG: String(gapG) },
    ...{ reason: 'left-in-place', note: 'Portes du local technique' },
  }
}

/** What is said of the record itself, as its form sends it. */
export async function recordAnswers(siteId: string, more: Answers = {}): Promise<Answers> {
  const revision = await revisionOf(siteId)
  return { intent: 'record', revision, client: 'Ville Modèle', author: 'Karim', ...more }
}

/** Fifty doors of a site, 1,900 kg, signed by both sides and in the ledger; gives the reservation. */
export async function handsDoorsOver(
  [giver, taker]: readonly [Actor, Actor],
  siteId: string,
  more: Record<string, unknown>,
): Promise<string> {
  const lotId = await publishes(giver, siteId, { quantity: '50', massKg: '2 000', ...more })
  const reservation = await requests(taker, lotId, 50)
  await accepts(giver, reservation)
  await signs(giver, reservation, 1_900_000)
  await recordHandover((await signs(taker, reservation, 1_900_000))!)
  return reservation
}

import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import {
  answerCorrection,
  askCorrection,
  correctionSide,
} from '~/features/accounting/commands/correct-mass.server'
import { correctionActs } from '~/features/accounting/model/correction'
import { correctionActionSchema, entryDoneSchema } from '~/features/accounting/schema'
import { findCommune } from '~/features/communes/queries.server'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { listPapersOf } from '~/features/reservations/queries/papers.server'
import { findHandover, findReservationView } from '~/features/reservations/queries.server'
import { requireEntry } from '~/http/ledger-entry.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { parseSearch } from '~/http/parse-search.server'
import { readableLots } from '~/http/readable-lots.server'
import { orNotFound } from '~/http/replies.server'
import { ledger } from '~/messages/ledger'
import { EntryPage } from './entry-page'

export const meta: MetaFunction = pageTitle(ledger, 'entry.title')

// A refusal because the ledger has moved on shows what it says now.
export const shouldRevalidate = () => true

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, entry } = await requireEntry(request, params.handoverId)
  const { parties, rows, effective, corrections, recomputed } = entry
  const [view, handover, papers, photos, from, [lotId = null]] = await Promise.all([
    findReservationView(parties.reservationId),
    findHandover(parties.reservationId),
    listPapersOf(parties.reservationId),
    listPhotosOfLots([parties.lotId]),
    findCommune(parties.fromCommuneCode),
    readableLots(request, [parties]),
  ])
  const side = correctionSide(actor, parties)
  const open = corrections.find(({ state }) => state === 'asked') ?? null
  const lots = orNotFound(view)
  return {
    handoverId: parties.handoverId,
    reservationId: side === null ? null : parties.reservationId,
    from: { code: parties.fromCommuneCode, name: from?.name ?? parties.fromCommuneCode },
    lot: { id: lotId, reference: lots.lotReference, title: lots.lotTitle, material: lots.material },
    giverName: lots.giverName,
    takerName: lots.takerName,
    signed: orNotFound(handover.handover),
    confirmations: handover.confirmations,
    papers: papers.map(({ number, kind }) => ({ number, kind })),
    photos: photos.get(parties.lotId) ?? [],
    rows,
    effective,
    recomputed,
    corrections,
    open,
    side,
    acts: correctionActs(side, open, effective !== null),
    newCorrectionId: newId(),
    done: parseSearch(request, entryDoneSchema).fait,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, entry } = await requireEntry(request, params.handoverId)
  orNotFound(correctionSide(actor, entry.parties))
  const form = await parseForm(request, correctionActionSchema)
  if (!form.ok) return form.reply
  const { handoverId } = entry.parties
  const { value } = form
  const result =
    value.intent === 'ask'
      ? await askCorrection({ ...value, actor, handoverId, massG: value.massKg })
      : await answerCorrection({ actor, id: value.id, act: value.intent, answer: value.answer })
  if (!result.ok) return form.refuse(result.error)
  return redirect(paths.ledgerEntry(handoverId, `?fait=${result.value.state}`))
}

export default function LedgerEntry() {
  const reply = useActionData<typeof action>()
  return <EntryPage {...useLoaderData<typeof loader>()} lastResult={reply?.result} />
}

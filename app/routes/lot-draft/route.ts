import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { nowMs } from '~/core/clock'
import { isId } from '~/core/ids'
import { paths } from '~/core/paths'
import { deleteDraft } from '~/features/lots/commands/delete-draft.server'
import { saveDraft } from '~/features/lots/commands/save-draft.server'
import { draftAnswers } from '~/features/lots/model/posting-answers'
import { requireActor } from '~/http/actor.server'
import { readForm } from '~/http/read-form.server'
import { notFound } from '~/http/replies.server'
import { STATUS } from '~/http/status'

/** Keeps the answers that the open form sends by itself (`takenAtMs` says when they were taken), or deletes the draft. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'lot:create')
  const draftId = params.draftId ?? ''
  if (!isId(draftId)) throw notFound()
  const form = await readForm(request)
  if (form.get('intent') === 'delete') {
    const deleted = await deleteDraft({ actor, draftId })
    if (!deleted.ok) throw notFound()
    return redirect(paths.myLots('brouillons', 'supprime'))
  }
  const taken = Number(form.get('takenAtMs'))
  const takenAtMs = Number.isSafeInteger(taken) && taken > 0 ? Math.min(taken, nowMs()) : nowMs()
  const saved = await saveDraft({ actor, draftId, answers: draftAnswers(form), takenAtMs })
  if (!saved.ok) return Response.json({ error: saved.error.code }, { status: STATUS[saved.error.code] })
  return Response.json(saved.value)
}

import type { ActionFunctionArgs } from '@remix-run/node'
import { isId } from '~/core/ids'
import { refused, type Result } from '~/core/result'
import { addAttachment } from '~/features/attachments/commands/add-attachment.server'
import { attachmentKindOf } from '~/features/attachments/model/attachment'
import { can } from '~/features/organisations/model/permissions'
import { optionalActor } from '~/http/actor.server'
import { domainMessage } from '~/http/issue-message.server'
import { localeOf } from '~/http/locale.server'
import { readFilesForm, type SentFile } from '~/http/read-photo-form.server'
import { STATUS } from '~/http/status'

/** Takes one document (field `attachment`, with its `kind`) under the id its sender made; sending again is harmless. */
export async function action({ request, params }: ActionFunctionArgs) {
  const sent = await receive(request, params.attachmentId ?? '')
  if (sent.ok) return Response.json(sent.value, { status: 201 })
  const error = domainMessage(await localeOf(request), sent.error)
  return Response.json({ error }, { status: STATUS[sent.error.code] })
}

async function receive(request: Request, attachmentId: string): Promise<Result<{ attachmentId: string }>> {
  const actor = await optionalActor(request)
  if (!actor || !can(actor, 'lot:create')) return refused('forbidden')
  if (!isId(attachmentId)) return refused('invalid')
  const files: SentFile[] = []
  const form = await readFilesForm(request, { attachment: (file) => void files.push(file) })
  const [file] = files
  if (!form || !file) return refused('invalid')
  return addAttachment({ actor, attachmentId, kind: attachmentKindOf(form.get('kind')), ...file })
}

import { newId } from '~/core/ids'
import type { Locale } from '~/core/locale'
import { addAttachment } from '~/features/attachments/commands/add-attachment.server'
import { attachmentKindOf, MAX_ATTACHMENTS_PER_LOT } from '~/features/attachments/model/attachment'
import type { Actor } from '~/features/organisations/model/permissions'
import { domainMessage } from './issue-message.server'
import type { SentFile } from './read-photo-form.server'

/**
 * Stores the documents that a posted form brought, all of its `attachmentKind`, and adds them to its `attachmentIds`.
 * @returns why some were not taken, each by its name; the others are kept
 */
export async function receiveAttachments(
  form: FormData,
  files: readonly SentFile[],
  actor: Actor,
  locale: Locale,
): Promise<string[]> {
  const faults: string[] = []
  const kind = attachmentKindOf(form.get('attachmentKind'))
  for (const file of files) {
    if (form.getAll('attachmentIds').length >= MAX_ATTACHMENTS_PER_LOT) {
      faults.push(domainMessage(locale, { code: 'document-limit' }))
      break
    }
    const attachmentId = newId()
    const added = await addAttachment({ actor, attachmentId, kind, ...file })
    if (added.ok) form.append('attachmentIds', attachmentId)
    else faults.push(domainMessage(locale, added.error))
  }
  form.delete('attachments')
  form.delete('attachmentKind')
  return faults
}

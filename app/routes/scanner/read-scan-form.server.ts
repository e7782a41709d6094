import { data } from '@remix-run/node'
import { newId } from '~/core/ids'
import type { DomainError } from '~/core/result'
import { readCodePhoto } from '~/features/labels/read-code-photo.server'
import { domainMessage } from '~/http/issue-message.server'
import { keepAnswers } from '~/http/keep-answers.server'
import { localeOf } from '~/http/locale.server'
import type { FormReply } from '~/http/parse-form.server'
import { readForm } from '~/http/read-form.server'
import { readPhotoForm, type SentFile } from '~/http/read-photo-form.server'
import { STATUS } from '~/http/status'

type ScanForm = { form: FormData; error: ReturnType<typeof data<FormReply>> | null }

/** A scan as it was typed, or as the photo of a code says it, with an id of its own where none came. */
export async function readScanForm(request: Request): Promise<ScanForm> {
  const isPhoto = request.headers.get('Content-Type')?.startsWith('multipart/form-data') ?? false
  const form = isPhoto ? await readPhotoOf(request) : { form: await readForm(request), error: null }
  if (!form.form.get('scanId')) form.form.set('scanId', newId())
  return form
}

async function readPhotoOf(request: Request): Promise<ScanForm> {
  const photos: SentFile[] = []
  const form = (await readPhotoForm(request, 'photo', (file) => void photos.push(file))) ?? new FormData()
  const [photo] = photos
  const refuse = async (error: DomainError): Promise<ScanForm> => {
    const sentence = domainMessage(await localeOf(request), error)
    const result = keepAnswers(new FormData(), { photo: [sentence] })
    return { form, error: data({ result }, { status: STATUS[error.code] }) }
  }
  if (!photo) return refuse({ code: 'label-unread' })
  const read = await readCodePhoto(photo.bytes, photo.name)
  if (!read.ok) return refuse(read.error)
  form.set('code', read.value)
  return { form, error: null }
}

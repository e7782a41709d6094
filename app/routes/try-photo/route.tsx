import { data, type ActionFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { refused, type DomainError } from '~/core/result'
import { tryPhoto } from '~/features/classifier/commands/try-photo.server'
import { similarQuery } from '~/features/lots/photo-search.server'
import { findNeedsForMaterial } from '~/features/matching/queries.server'
import { domainMessage } from '~/http/issue-message.server'
import { retryAfter, tryWay } from '~/http/limits.server'
import { localeOf } from '~/http/locale.server'
import { pageTitle } from '~/http/page-title'
import { readPhotoForm, type SentFile } from '~/http/read-photo-form.server'
import { STATUS } from '~/http/status'
import { home } from '~/messages/home'
import { TryPhotoPanel } from '~/root/try-photo-panel'
import type { TryPhotoReply } from '~/root/try-photo-reply'

const SHOWN_NEEDS = 4

export const meta: MetaFunction = pageTitle(home, 'try.title')

/** Classifies one photo of a visitor; nothing is kept of it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const photos: SentFile[] = []
  await readPhotoForm(request, 'photo', (file) => void photos.push(file))
  const photo = photos[0]
  if (!photo) return refuse(request, refused('photo-required').error)
  const allowed = await tryWay('photo', context)
  if (!allowed.ok) return refuse(request, allowed.error)
  const tried = await tryPhoto({ ...photo, visitor: context.clientIp, signal: request.signal })
  if (!tried.ok) return refuse(request, tried.error)
  const { suggestion, modelVersion, ms } = tried.value
  const isTagged = suggestion.verdict === 'sure' || suggestion.verdict === 'likely'
  const material = isTagged ? (suggestion.candidates[0]?.material ?? null) : null
  const needs = material ? await findNeedsForMaterial(material, SHOWN_NEEDS) : []
  const query = similarQuery(tried.value)
  const similar = query && paths.lotsByPhoto(query)
  const said = { name: photo.name, suggestion, modelVersion, ms, material, needs, similar }
  const reply: TryPhotoReply = { ok: true, ...said }
  return data(reply)
}

async function refuse(request: Request, error: DomainError) {
  const reply: TryPhotoReply = { ok: false, message: domainMessage(await localeOf(request), error) }
  return data(reply, { status: STATUS[error.code], headers: retryAfter(error) })
}

export default function TryPhoto() {
  const reply = useActionData<typeof action>()
  return (
    <div className="max-w-2xl pt-8">
      <TryPhotoPanel reply={reply} level="h1" />
    </div>
  )
}

import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nowMs } from '~/core/clock'
import { isoDayOf } from '~/core/days'
import { paths } from '~/core/paths'
import { claimCode } from '~/features/labels/commands/claim-code.server'
import { recordScan } from '~/features/labels/commands/record-scan.server'
import { readCode } from '~/features/labels/model/code'
import { findLabel } from '~/features/labels/queries.server'
import { labelActSchema } from '~/features/labels/schema'
import { optionalActor, requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { orNotFound } from '~/http/replies.server'
import { labels } from '~/messages/labels'
import { BlankLabel, ClosedLabel, DraftLabel, UnknownLabel } from './label-pages'
import { LabelActs } from './label-acts'
import { readActs, readHolders, targetOf } from './open-label.server'

export const meta: MetaFunction = pageTitle(labels, 'lot.title')

const DONE = ['reclame', 'pointe'] as const

// A label that was claimed meanwhile opens something else: show what.
export const shouldRevalidate = () => true

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await optionalActor(request)
  const code = readCode(params.code ?? '')
  if (!code)
    return data({ kind: 'mistyped' as const, typed: (params.code ?? '').slice(0, 40) }, { status: 404 })
  const label = await findLabel(code)
  if (!label) return data({ kind: 'unknown' as const, code }, { status: 404 })
  const target = await targetOf(label, actor, request)
  if (target.kind === 'lot') throw redirect(paths.lot(target.lotId))
  if (target.kind === 'reservation') throw redirect(paths.reservation(target.reservationId))
  const asked = new URL(request.url).searchParams.get('fait')
  const done = DONE.find((one) => one === asked) ?? null
  if (target.kind === 'acts' && actor) {
    const acts = await readActs(label, target.lotId, actor)
    return data({ kind: 'acts' as const, code, done, today: isoDayOf(nowMs()), ...acts })
  }
  if (target.kind === 'blank' && actor)
    return data({ kind: 'blank' as const, code, ...(await readHolders(actor)) })
  if (target.kind === 'draft') return data({ kind: 'draft' as const, code, draftId: target.draftId })
  return data({ kind: 'closed' as const, code, isSignedIn: actor !== null })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'lot:manage')
  const code = orNotFound(readCode(params.code ?? ''))
  const form = await parseForm(request, labelActSchema)
  if (!form.ok) return form.reply
  if (form.value.intent === 'claim') {
    const claimed = await claimCode({ actor, code, lotId: form.value.lotId })
    if (!claimed.ok) return form.refuse(claimed.error)
    return redirect(`${paths.label(code)}?fait=reclame`)
  }
  const lotId = orNotFound((await findLabel(code))?.lotId)
  const { scanId } = form.value
  const scanned = await recordScan({ actor, scanId, code, act: 'counted', scope: { lotId } })
  if (!scanned.ok) return form.refuse(scanned.error)
  return redirect(`${paths.label(code)}?fait=pointe`)
}

export default function Label() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const errors = [Object.values(reply?.result.error ?? {})].flat(2).filter((text) => text !== null)
  switch (page.kind) {
    case 'acts':
      return <LabelActs {...page} error={errors[0]} />
    case 'blank':
      return <BlankLabel {...page} error={errors[0]} />
    case 'draft':
      return <DraftLabel {...page} />
    case 'closed':
      return <ClosedLabel {...page} />
    default:
      return <UnknownLabel {...page} />
  }
}

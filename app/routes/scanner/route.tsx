import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData, useNavigate } from '@remix-run/react'
import { useRef, useState } from 'react'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { recordScan } from '~/features/labels/commands/record-scan.server'
import { spacedCode } from '~/features/labels/model/code'
import { readScanned } from '~/features/labels/model/scanned-text'
import { countSchema, scanSchema } from '~/features/labels/schema'
import { CodeForm } from '~/features/labels/ui/code-form'
import { CodePhoto } from '~/features/labels/ui/code-photo'
import { ScanCamera } from '~/features/labels/ui/scan-camera'
import { optionalActor, requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { parseSearch } from '~/http/parse-search.server'
import { errors } from '~/messages/errors'
import { scanner } from '~/messages/scanner'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { CountPage } from './count-page'
import { readCount, type CountScope } from './read-count.server'
import { readScanForm } from './read-scan-form.server'
import type { ScanReply } from './scan-reply'

export const meta: MetaFunction = pageTitle(scanner, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = parseSearch(request, countSchema)
  const scope = scopeOf(asked)
  if (scope) {
    const actor = await requireActor(request)
    const count = await readCount(scope, asked.acte, actor)
    return data({ count, scanId: newId(), typed: '', isMistyped: false })
  }
  await optionalActor(request)
  const typed = new URL(request.url).searchParams.get('code')
  if (typed === null) return data({ count: null, scanId: '', typed: '', isMistyped: false })
  const scanned = readScanned(typed)
  if (scanned.kind === 'code') throw redirect(paths.label(scanned.code))
  return data({ count: null, scanId: '', typed: typed.slice(0, 40), isMistyped: true }, { status: 400 })
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const asked = parseSearch(request, countSchema)
  const scope = scopeOf(asked)
  const { form: sent, error } = await readScanForm(request)
  const form = await parseForm(request, scanSchema, sent)
  if (!form.ok && !error) return form.reply
  if (!form.ok || error) return error
  const { scanId, code } = form.value
  if (!scope) return redirect(paths.label(code))
  const scanned = await recordScan({ actor, scanId, code, act: asked.acte, scope })
  if (!scanned.ok) return form.refuse(scanned.error)
  return data<ScanReply>({ result: null, scanned: { code, ...scanned.value } })
}

function scopeOf({ lot, reservation }: { lot?: string; reservation?: string }): CountScope | null {
  if (reservation) return { reservationId: reservation }
  return lot ? { lotId: lot } : null
}

export default function Scanner() {
  const { count, scanId } = useLoaderData<typeof loader>()
  return count ? <CountPage count={count} scanId={scanId} /> : <OpenOne />
}

/** Scans one label and opens it. */
function OpenOne() {
  const t = useT(scanner)
  const tErrors = useT(errors)
  const navigate = useNavigate()
  const { typed, isMistyped } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [said, setSaid] = useState<{ tone: 'success' | 'warning'; text: string } | null>(null)
  const opened = useRef('')

  function onText(text: string) {
    const scanned = readScanned(text)
    if (scanned.kind !== 'code') {
      const sentence = scanned.kind === 'foreign' ? t('foreign') : tErrors('label-mistyped')
      return setSaid({ tone: 'warning', text: sentence })
    }
    // The camera reads the same label several times a second: the page that it opens is on its way.
    if (opened.current === scanned.code) return
    opened.current = scanned.code
    setSaid({ tone: 'success', text: t('found', { code: spacedCode(scanned.code) }) })
    navigate(paths.label(scanned.code))
  }

  const photoError = reply?.result?.error
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-8">
      <PageHeader title={t('title')} lead={t('lead')} />
      {said && <Notice tone={said.tone} live title={said.text} />}
      <ScanCamera onText={onText} />
      <CodePhoto error={photoError?.photo?.[0] ?? photoError?.code?.[0]} onText={onText} />
      <section aria-labelledby="typed" className="flex flex-col gap-4">
        <h2 id="typed">{t('typed.title')}</h2>
        <CodeForm typed={typed} error={isMistyped ? tErrors('label-mistyped') : undefined} />
      </section>
    </div>
  )
}

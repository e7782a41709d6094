import {
  data,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readPaperNumber } from '~/features/reservations/model/paper-number'
import { PaperNumberForm } from '~/features/reservations/ui/paper-number-form'
import { comparePaper, verifyPaper } from '~/features/reservations/verify-paper.server'
import { hashOfSentFile } from '~/http/hash-of-sent-file.server'
import { pageTitle } from '~/http/page-title'
import { orNotFound } from '~/http/replies.server'
import { handoverPapers } from '~/messages/handover-papers'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import type { Compared } from './compared'
import { KnownPaper } from './known-paper'

export const meta: MetaFunction = (args) => [
  ...(pageTitle(handoverPapers, 'verify.title')(args) ?? []),
  { name: 'robots', content: 'noindex' },
]
export const headers: HeadersFunction = () => ({ 'X-Robots-Tag': 'noindex', 'Cache-Control': 'no-store' })

export async function loader({ params }: LoaderFunctionArgs) {
  const verified = await verifyPaper(params.number ?? '')
  return data(verified, { status: verified.kind === 'known' ? 200 : 404 })
}

/** Holds a file, or the hash of one, against what was issued under this number; nothing of it is kept. */
export async function action({ request, params }: ActionFunctionArgs) {
  const number = orNotFound(readPaperNumber(params.number ?? ''))
  orNotFound((await verifyPaper(number)).kind === 'known' ? number : null)
  const sent = await hashOfSentFile(request)
  if (sent.kind !== 'hash') return data<Compared>(sent, { status: 400 })
  return data<Compared>(await comparePaper(number, sent.sha256))
}

export default function VerifyPaper() {
  const t = useT(handoverPapers)
  const verified = useLoaderData<typeof loader>()
  const compared = useActionData<typeof action>() ?? null
  if (verified.kind === 'known') return <KnownPaper {...verified} compared={compared} />
  const isMistyped = verified.kind === 'mistyped'
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-8">
      <PageHeader title={t('verify.title')} lead={t('verify.lead')} />
      <Notice
        tone="danger"
        title={isMistyped ? t('verify.mistyped') : t('verify.unknown', { number: verified.number })}
      >
        {isMistyped ? t('verify.mistypedText', { typed: verified.typed }) : t('verify.unknownText')}
      </Notice>
      <PaperNumberForm typed={isMistyped ? verified.typed : verified.number} />
    </div>
  )
}

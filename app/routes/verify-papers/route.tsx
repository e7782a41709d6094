import { redirect, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { paths } from '~/core/paths'
import { readPaperNumber } from '~/features/reservations/model/paper-number'
import { PaperNumberForm } from '~/features/reservations/ui/paper-number-form'
import { pageTitle } from '~/http/page-title'
import { handoverPapers } from '~/messages/handover-papers'
import { useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = (args) => [
  ...(pageTitle(handoverPapers, 'verify.title')(args) ?? []),
  { name: 'robots', content: 'noindex' },
]
export const headers: HeadersFunction = () => ({ 'X-Robots-Tag': 'noindex' })

/** A number typed into the form has a page of its own. */
export function loader({ request }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get('numero')?.trim().slice(0, 40)
  if (typed) throw redirect(paths.verifyPaper(readPaperNumber(typed) ?? encodeURIComponent(typed)))
  return null
}

export default function VerifyPapers() {
  const t = useT(handoverPapers)
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-8">
      <PageHeader title={t('verify.title')} lead={t('verify.lead')} />
      <PaperNumberForm />
    </div>
  )
}

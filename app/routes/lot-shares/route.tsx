import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { revokeShare, shareLot } from '~/features/lots/commands/share-lot.server'
import { listShares } from '~/features/lots/queries/shares.server'
import { revokeShareSchema, shareLotSchema } from '~/features/lots/schema'
import { ShareForm } from '~/features/lots/ui/share-forms'
import { requireOwnLot } from '~/http/own-lot.server'
import { localised } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { readForm } from '~/http/read-form.server'
import { lotShares } from '~/messages/lot-shares'
import { ErrorSummary } from '~/ui/error-summary'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { ShareTable } from './share-table'

const DONE = ['cree', 'revoque'] as const

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = localised(args, lotShares)
  const reference = args.data?.lot.reference
  return [{ title: `${reference ? t('pageTitle', { reference }) : t('title')} – Gisement` }]
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { lot } = await requireOwnLot(request, params.lotId)
  const asked = new URL(request.url).searchParams.get('fait')
  return {
    lot,
    shares: await listShares(lot.id),
    newShareId: newId(),
    done: DONE.find((known) => known === asked) ?? null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, lot } = await requireOwnLot(request, params.lotId)
  const formData = await readForm(request)
  if (formData.get('intent') === 'revoke') {
    const form = await parseForm(request, revokeShareSchema, formData)
    if (!form.ok) return form.reply
    const revoked = await revokeShare({ actor, lotId: lot.id, id: form.value.id })
    return revoked.ok ? redirect(paths.lotShares(lot.id, '?fait=revoque')) : form.refuse(revoked.error)
  }
  const form = await parseForm(request, shareLotSchema, formData)
  if (!form.ok) return form.reply
  const { id, days } = form.value
  const shared = await shareLot({ actor, lotId: lot.id, id, days })
  return shared.ok ? redirect(paths.lotShares(lot.id, '?fait=cree')) : form.refuse(shared.error)
}

export default function LotSharesPage() {
  const t = useT(lotShares)
  const { lot, shares, newShareId, done } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.result.error
  const faults = Object.entries(errors ?? {}).flatMap(([field, messages]) =>
    (messages ?? []).map((message) => ({ message, fieldId: field === 'days' ? 'share-days' : undefined })),
  )
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('pageTitle', { reference: lot.reference })}
        lead={lot.status === 'withdrawn' ? t('withdrawn') : t('lead')}
        back={{ to: paths.lot(lot.id), label: t('back') }}
      />
      <ErrorSummary errors={faults} />
      {done === 'cree' && (
        <Notice tone="success" live title={t('created')}>
          {t('createdText')}
        </Notice>
      )}
      {done === 'revoque' && (
        <Notice tone="success" live title={t('revoked')}>
          {t('revokedText')}
        </Notice>
      )}
      <ShareTable lot={lot} shares={shares} />
      {lot.status !== 'withdrawn' && (
        <section aria-labelledby="another" className="flex flex-col gap-4" data-screen-only>
          <h2 id="another">{t('create')}</h2>
          <ShareForm lotId={lot.id} newId={newShareId} error={errors?.days ?? undefined} />
        </section>
      )}
    </div>
  )
}

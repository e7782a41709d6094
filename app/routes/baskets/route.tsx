import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { listCoveredBaskets } from '~/features/baskets/find-cover.server'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { baskets } from '~/messages/baskets'
import { ButtonLink } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'
import { PlusIcon } from '~/ui/icons'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(baskets, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'basket:manage')
  const isDeleted = new URL(request.url).searchParams.get('fait') === 'supprime'
  return { isDeleted, listed: await listCoveredBaskets(actor.organisationId) }
}

export default function Baskets() {
  const t = useT(baskets)
  const format = useFormat()
  const { isDeleted, listed } = useLoaderData<typeof loader>()
  const newLink = (
    <ButtonLink to={paths.newBasket()} wide>
      <PlusIcon />
      {t('new')}
    </ButtonLink>
  )
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title={t('title')} lead={t('lead')} actions={listed.length > 0 && newLink} />
      {isDeleted && <Notice tone="success" live title={t('deleted')} />}
      {listed.length === 0 ? (
        <EmptyState title={t('none')} actions={newLink}>
          {t('noneText')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('caption')}
          hideCaption
          rows={listed}
          rowKey={({ basket }) => basket.id}
          csvHref={paths.basketsCsv()}
          columns={[
            {
              key: 'name',
              header: t('name'),
              rowHeader: true,
              cell: ({ basket }) => <Link to={paths.basket(basket.id)}>{basket.title}</Link>,
            },
            { key: 'commune', header: t('commune'), cell: ({ basket }) => basket.communeName },
            { key: 'lines', header: t('lines'), figure: true, cell: ({ all }) => format.number(all.lines) },
            {
              key: 'now',
              header: t('coveredNow'),
              figure: true,
              cell: ({ now }) => format.percent(now.meanShare, 0),
            },
            {
              key: 'all',
              header: t('coveredAll'),
              figure: true,
              cell: ({ all }) => format.percent(all.meanShare, 0),
            },
            {
              key: 'until',
              header: t('until'),
              figure: true,
              cell: ({ basket }) => format.day(basket.neededUntil),
            },
          ]}
        />
      )}
    </div>
  )
}

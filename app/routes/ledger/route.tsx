import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { countRows, findHead, listHeads } from '~/features/accounting/queries/chain.server'
import { readAccountingSettings } from '~/features/accounting/queries/settings.server'
import { pageTitle } from '~/http/page-title'
import { ledger } from '~/messages/ledger'
import { ButtonLink } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { useFormat, useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(ledger, 'chain.title')

/** Heads shown on the page; the CSV has them all. */
const SHOWN = 31

export async function loader() {
  const [head, heads, { total, corrections }, { publicThreshold }] = await Promise.all([
    findHead(),
    listHeads(),
    countRows(),
    readAccountingSettings(),
  ])
  return { head, heads: heads.slice(0, SHOWN), total, corrections, threshold: publicThreshold }
}

export default function Ledger() {
  const t = useT(ledger)
  const format = useFormat()
  const { heads, threshold } = useLoaderData<typeof loader>()
  return (
    <div className="flex min-w-0 flex-col gap-10">
      <PageHeader title={t('chain.title')} lead={t('chain.lead')} />
      <Head />
      <section aria-labelledby="heads" className="flex min-w-0 flex-col gap-3">
        <h2 id="heads">{t('chain.heads')}</h2>
        <p className="prose-width text-muted">{t('chain.headsLead')}</p>
        <DataTable
          caption={t('chain.heads')}
          hideCaption
          dense
          rows={heads}
          rowKey={({ day }) => day}
          csvHref={paths.ledgerHeadsCsv()}
          columns={[
            { key: 'day', header: t('chain.day'), rowHeader: true, cell: ({ day }) => format.day(day) },
            { key: 'seq', header: t('chain.seq'), figure: true, cell: ({ seq }) => format.number(seq) },
            {
              key: 'hash',
              header: t('chain.hash'),
              cell: ({ hash }) => <code className="wrap-anywhere">{hash}</code>,
            },
          ]}
        />
      </section>
      <section aria-labelledby="verify" className="flex min-w-0 flex-col gap-3">
        <h2 id="verify">{t('chain.verify')}</h2>
        <p className="prose-width">{t('chain.verifyText', { threshold })}</p>
        <pre className="overflow-x-auto border-2 border-edge p-3" tabIndex={0}>
          <code>npm run gisement -- ledger verify --chain gisement-registre.json</code>
        </pre>
        <p>
          <a href={paths.ledgerChain()} download className="inline-flex min-h-11 items-center font-semibold">
            {t('chain.download')}
          </a>
        </p>
      </section>
      <p className="flex flex-wrap gap-3" data-screen-only>
        <ButtonLink to={paths.communes()}>{t('chain.next')}</ButtonLink>
        <ButtonLink to={paths.method()} look="secondary">
          {t('chain.method')}
        </ButtonLink>
      </p>
    </div>
  )
}

function Head() {
  const t = useT(ledger)
  const { head, total, corrections } = useLoaderData<typeof loader>()
  return (
    <section aria-labelledby="head" className="flex min-w-0 flex-col gap-3">
      <h2 id="head">{t('chain.head')}</h2>
      {head ? (
        <>
          <p>{t('chain.headText', { count: total, corrections, seq: head.seq })}</p>
          <p>
            <code className="text-lg font-bold wrap-anywhere">{head.hash}</code>
          </p>
          <p className="prose-width text-muted">{t('chain.keep')}</p>
        </>
      ) : (
        <p className="prose-width">{t('chain.empty')}</p>
      )}
    </section>
  )
}

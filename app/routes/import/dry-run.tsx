import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '~/core/paths'
import type { ImportCount } from '~/features/imports/model/read-rows'
import { rowsHref } from '~/features/imports/ui/rows-table'
import { importRun } from '~/messages/import-run'
import { ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { Stat, StatRow } from '~/ui/stat'

type Shown = { siteId: string; importId: string; count: ImportCount }

/** What an import would write, and what a person may want to look at first. */
export function DryRun({ siteId, importId, count }: Shown) {
  const t = useT(importRun)
  const format = useFormat()
  return (
    <section aria-labelledby="dry-title" className="flex flex-col gap-6">
      <Warnings siteId={siteId} importId={importId} count={count} />
      <h2 id="dry-title">{t('dry')}</h2>
      <StatRow>
        <Stat
          label={t('lines')}
          value={format.number(count.lines)}
          note={count.estimated > 0 && t('estimated', { count: count.estimated })}
        />
        <Stat label={t('mass')} value={format.mass(count.massG)} />
        <Stat label={t('reusable')} value={format.mass(count.reusableMassG)} />
        <Stat
          label={t('wastes')}
          value={format.number(count.wastes)}
          note={count.wastes > 0 && format.mass(count.wasteMassG)}
        />
        <Stat label={t('drafts')} value={format.number(count.reusableLines)} />
      </StatRow>
      <p className="text-muted">{t('left', { count: count.left + count.titles })}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink to={rowsHref({ siteId, importId }, { vue: 'toutes' })} look="secondary" wide>
          {t('rows')}
        </ButtonLink>
        <ButtonLink to={paths.importColumns(siteId, importId)} look="secondary" wide>
          {t('columns')}
        </ButtonLink>
      </div>
    </section>
  )
}

function Warnings({ siteId, importId, count }: Shown) {
  const t = useT(importRun)
  const see = (vue: string, words: ReactNode = t('see')) => (
    <Link
      to={rowsHref({ siteId, importId }, { vue })}
      className="inline-flex min-h-11 items-center font-semibold"
    >
      {words}
    </Link>
  )
  return (
    <div className="flex flex-col gap-4">
      {count.faulty > 0 && (
        <Notice
          tone="danger"
          title={t('faulty', { count: count.faulty })}
          action={
            <ButtonLink to={rowsHref({ siteId, importId }, { vue: 'a-corriger' })}>
              {t('faultyGo')}
            </ButtonLink>
          }
        >
          {t('faultyText')}
        </Notice>
      )}
      {count.unsure > 0 && (
        <Notice tone="warning" title={t('unsure', { count: count.unsure })} action={see('a-verifier')}>
          {t('unsureText')}
        </Notice>
      )}
      {count.known > 0 && (
        <Notice tone="warning" title={t('known', { count: count.known })} action={see('connues')} />
      )}
      {count.twice > 0 && (
        <Notice tone="warning" title={t('twice', { count: count.twice })} action={see('en-double')}>
          {t('twiceText')}
        </Notice>
      )}
      {count.lines > 0 && count.reusableLines === 0 && <Notice>{t('noReusable')}</Notice>}
    </div>
  )
}

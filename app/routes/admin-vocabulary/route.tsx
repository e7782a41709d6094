import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { foldText } from '~/core/fold'
import { paths } from '~/core/paths'
import { AdministrationSections } from '~/features/administration/ui/sections'
import { entryLine } from '~/features/vocabulary/model/entry-line'
import { listVocabularyVersions, vocabularyInForce } from '~/features/vocabulary/queries/versions.server'
import { requireAdministration } from '~/http/administration.server'
import { pageTitle } from '~/http/page-title'
import { readForm } from '~/http/read-form.server'
import { vocabulary as texts } from '~/messages/vocabulary'
import { ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { EntryForm } from './entry-form'
import { EntryList } from './entry-list'
import { VocabularyHistory } from './vocabulary-history'
import { actOnVocabulary, type VocabularyReply } from './vocabulary-acts.server'
import { VocabularyPreview } from './vocabulary-preview'

export const meta: MetaFunction = pageTitle(texts, 'title')

const DONE = { enregistree: 'set', retiree: 'removed', importee: 'imported', remise: 'restored' } as const

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdministration(request, 'vocabulary:manage')
  const params = new URL(request.url).searchParams
  const [current, versions] = await Promise.all([vocabularyInForce(), listVocabularyVersions()])
  const filter = (params.get('mot') ?? '').trim().slice(0, 60)
  const wanted = foldText(filter)
  const entries = current.entries.map(({ words, broader }, at) => ({ at, words, broader }))
  const asked = params.get('entree')
  const place = asked !== null && /^\d{1,5}$/.test(asked) ? Number(asked) : null
  const done = params.get('fait')
  return {
    current: current.version,
    versions,
    filter,
    total: entries.length,
    entries: wanted ? entries.filter((entry) => foldText(entryLine(entry)).includes(wanted)) : entries,
    edited: place === null ? null : (entries[place] ?? null),
    done: done !== null && Object.hasOwn(DONE, done) ? DONE[done as keyof typeof DONE] : null,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAdministration(request, 'vocabulary:manage')
  return actOnVocabulary(request, actor, await readForm(request))
}

export default function Vocabulary() {
  const t = useT(texts)
  const { current, versions, filter, entries, edited, done } = useLoaderData<typeof loader>()
  const reply = useActionData<VocabularyReply>()
  return (
    <div className="flex min-w-0 flex-col gap-10">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <ButtonLink to={paths.vocabularyImport()} look="secondary">
            {t('import.link')}
          </ButtonLink>
        }
      />
      <AdministrationSections />
      {done && !reply && <Notice tone="success" live title={t(`done.${done}`)} />}
      <InForce />
      {reply?.preview && <VocabularyPreview {...reply.preview} />}
      <EntryForm
        key={`${current} ${String(edited?.at)}`}
        current={current}
        edited={edited}
        lastResult={reply?.result}
      />
      <EntryList entries={entries} filter={filter} />
      <VocabularyHistory versions={versions} />
      <p data-screen-only>
        <ButtonLink to={paths.lots()} look="secondary">
          {t('next')}
        </ButtonLink>
      </p>
    </div>
  )
}

function InForce() {
  const t = useT(texts)
  const format = useFormat()
  const { versions, total } = useLoaderData<typeof loader>()
  const [newest] = versions
  if (!newest) return null
  const since =
    newest.setAtMs === null ? t('sinceShipped') : t('sinceSet', { when: format.instant(newest.setAtMs) })
  return (
    <p className="prose-width font-semibold">
      {t('inForce', { version: newest.version, since, size: total })}
    </p>
  )
}

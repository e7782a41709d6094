import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { isoDayOf } from '~/core/days'
import { MATERIAL_TYPES } from '~/core/material-types'
import { paths } from '~/core/paths'
import { asQuery } from '~/core/shared-search'
import { can } from '~/features/organisations/model/permissions'
import { findFiches, TOPICS } from '~/features/programme/model/fiche'
import { listFiches } from '~/features/programme/queries/library.server'
import { librarySearchSchema } from '~/features/programme/schema'
import { ProgrammeSections } from '~/features/programme/ui/sections'
import { optionalActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { parseSearch } from '~/http/parse-search.server'
import { materials as materialTexts } from '~/messages/materials'
import { programme } from '~/messages/programme'
import { programmeLibrary } from '~/messages/programme-library'
import { Badge } from '~/ui/badge'
import { Button, ButtonLink } from '~/ui/button'
import { CsvLink } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'
import { Select, TextInput } from '~/ui/inputs'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = pageTitle(programmeLibrary, 'title')

export async function loader({ request }: LoaderFunctionArgs) {
  const search = parseSearch(request, librarySearchSchema)
  const [actor, all] = await Promise.all([optionalActor(request), listFiches()])
  const isManager = actor !== null && can(actor, 'programme:manage')
  const isOwn = (organisationId: string) =>
    actor !== null && can(actor, 'programme:share', { ownerOrganisationIds: [organisationId] })
  const published = all.filter(({ state }) => state === 'published')
  const others = all.filter(
    ({ state, organisationId }) =>
      state !== 'published' && (isOwn(organisationId) || (isManager && state === 'proposed')),
  )
  return {
    search,
    fiches: findFiches(published, search).map(({ body, ...fiche }) => ({ ...fiche, start: startOf(body) })),
    mine: others.map(({ id, title, state }) => ({ id, title, state })),
    isMember: actor !== null && can(actor, 'programme:share'),
  }
}

/** How much of a fiche the list shows. */
const SHOWN = 240

function startOf(body: string): string {
  return body.length <= SHOWN ? body : `${body.slice(0, SHOWN).replace(/\s+\S*$/, '')}…`
}

export default function Library() {
  const t = useT(programmeLibrary)
  const tProgramme = useT(programme)
  const { fiches, mine, search, isMember } = useLoaderData<typeof loader>()
  const asked = Object.entries(search).flatMap(([name, value]) => (value ? [[name, value]] : []))
  const query = asQuery(new URLSearchParams(asked))
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        back={{ to: paths.programme(), label: tProgramme('back') }}
        actions={isMember && <ButtonLink to={paths.newFiche()}>{t('write')}</ButtonLink>}
      />
      <ProgrammeSections isMember={isMember} />
      <Filters />
      {mine.length > 0 && (
        <section aria-labelledby="mine" className="flex flex-col gap-2">
          <h2 id="mine" className="text-2xl">
            {t('mine')}
          </h2>
          <ul className="flex flex-col gap-1">
            {mine.map(({ id, title, state }) => (
              <li key={id} className="flex flex-wrap items-center gap-3">
                <Link to={paths.fiche(id)} className="inline-flex min-h-11 items-center">
                  {title}
                </Link>
                <Badge tone="warning">{t(`state.${state}`)}</Badge>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="found" className="flex flex-col gap-4">
        <h2 id="found" className="text-2xl">
          {t('count', { count: fiches.length })}
        </h2>
        {fiches.length === 0 ? (
          <EmptyState
            level="h3"
            title={t('none')}
            actions={<ButtonLink to={paths.library()}>{t('clear')}</ButtonLink>}
          >
            {t('noneText')}
          </EmptyState>
        ) : (
          <CsvLink href={paths.libraryCsv(query)} />
        )}
        <Found />
      </section>
    </div>
  )
}

function Filters() {
  const t = useT(programmeLibrary)
  const tMaterial = useT(materialTexts)
  const { search } = useLoaderData<typeof loader>()
  return (
    <Form method="get" className="flex flex-wrap items-end gap-4" data-screen-only>
      <TextInput name="q" type="search" label={t('q')} defaultValue={search.q} maxLength={100} />
      <Select
        name="theme"
        label={t('topic')}
        defaultValue={search.theme ?? ''}
        placeholder={t('any')}
        options={TOPICS.map((value) => ({ value, label: t(`topicOf.${value}`) }))}
      />
      <Select
        name="materiau"
        label={t('material')}
        defaultValue={search.materiau ?? ''}
        placeholder={t('anyMaterial')}
        options={MATERIAL_TYPES.map((value) => ({ value, label: tMaterial(`type.${value}.short`) }))}
      />
      <Button look="secondary">{t('submit')}</Button>
    </Form>
  )
}

function Found() {
  const t = useT(programmeLibrary)
  const format = useFormat()
  const { fiches } = useLoaderData<typeof loader>()
  return (
    <ul className="flex max-w-3xl flex-col gap-6">
      {fiches.map(({ id, title, start, topics, organisationName, updatedAtMs }) => (
        <li key={id} className="flex flex-col gap-1 border-t-2 border-edge pt-3">
          <h3 className="text-xl">
            <Link to={paths.fiche(id)} className="inline-flex min-h-11 items-center">
              {title}
            </Link>
          </h3>
          <p className="flex flex-wrap gap-2">
            {topics.map((topic) => (
              <Badge key={topic}>{t(`topicOf.${topic}`)}</Badge>
            ))}
          </p>
          <p>{start}</p>
          <p className="text-muted">
            {t('by', { name: organisationName, day: format.dayLong(isoDayOf(updatedAtMs)) })}
          </p>
        </li>
      ))}
    </ul>
  )
}

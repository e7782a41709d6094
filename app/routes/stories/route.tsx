import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { MATERIAL_TYPES } from '~/core/material-types'
import { paths } from '~/core/paths'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { countStories, listStories } from '~/features/stories/queries.server'
import { storyFiltersSchema } from '~/features/stories/schema'
import { StoryCard } from '~/features/stories/ui/story-card'
import { communeChoices } from '~/http/basket-choices.server'
import { localised } from '~/http/page-title'
import { parseSearch } from '~/http/parse-search.server'
import { materials } from '~/messages/materials'
import { stories } from '~/messages/stories'
import { Button, ButtonLink } from '~/ui/button'
import { CsvLink } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { useT } from '~/ui/i18n'
import { Select } from '~/ui/inputs'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'

const A_PAGE = 12

export const meta: MetaFunction = (args) => {
  const t = localised(args, stories)
  return [{ title: `${t('list.title')} – Gisement` }, { name: 'description', content: t('list.lead') }]
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { commune, materiau, page } = parseSearch(request, storyFiltersSchema)
  const filter = { communeCode: commune, material: materiau }
  const [total, shown, communes] = await Promise.all([
    countStories(filter),
    listStories(filter, { limit: A_PAGE, offset: (page - 1) * A_PAGE }),
    communeChoices(),
  ])
  const photos = await listPhotosOfLots(shown.map(({ lotId }) => lotId))
  const list = shown.map((story) => ({ story, photo: photos.get(story.lotId)?.[0] ?? null }))
  return { total, list, communes, commune: commune ?? '', materiau: materiau ?? '', page }
}

export default function Stories() {
  const t = useT(stories)
  const { total, list, commune, materiau, page } = useLoaderData<typeof loader>()
  const queryOf = (number: number) => {
    const asked = Object.entries({ commune, materiau, page: number > 1 ? String(number) : '' })
    const query = new URLSearchParams(asked.filter(([, value]) => value !== '')).toString()
    return query && `?${query}`
  }
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <PageHeader title={t('list.title')} lead={t('list.lead')} />
      <Filters />
      {list.length === 0 ? (
        <EmptyState
          title={t('list.empty')}
          actions={
            <>
              {(commune || materiau) && <ButtonLink to={paths.stories()}>{t('list.clear')}</ButtonLink>}
              <ButtonLink to={paths.lots()} look="secondary">
                {t('list.search')}
              </ButtonLink>
            </>
          }
        >
          {t('list.emptyText')}
        </EmptyState>
      ) : (
        <>
          <p className="text-lg font-semibold" role="status">
            {t('list.count', { count: total })}
          </p>
          <ul className="grid gap-6 md:grid-cols-2">
            {list.map(({ story, photo }) => (
              <li key={story.id}>
                <StoryCard story={story} photo={photo} />
              </li>
            ))}
          </ul>
          <Pagination
            page={page}
            pages={Math.ceil(total / A_PAGE)}
            hrefOf={(number) => paths.stories(queryOf(number))}
          />
          <CsvLink href={paths.storiesCsv(queryOf(1))} />
        </>
      )}
    </div>
  )
}

function Filters() {
  const t = useT(stories)
  const tMaterial = useT(materials)
  const { communes, commune, materiau } = useLoaderData<typeof loader>()
  const types = MATERIAL_TYPES.map((type) => ({ value: type, label: tMaterial(`type.${type}.name`) }))
  return (
    <Form className="flex flex-wrap items-end gap-4" action={paths.stories()}>
      <Select
        name="commune"
        label={t('list.commune')}
        placeholder={t('list.all')}
        defaultValue={commune}
        options={communes}
      />
      <Select
        name="materiau"
        label={t('list.material')}
        placeholder={t('list.all')}
        defaultValue={materiau}
        options={types}
      />
      <Button look="secondary">{t('list.filter')}</Button>
    </Form>
  )
}

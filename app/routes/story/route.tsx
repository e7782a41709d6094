import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/core/paths'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { photoSourceOf } from '~/features/photos/ui/photo-source'
import { ReportLink } from '~/features/moderation/ui/report-link'
import { findStory } from '~/features/stories/queries.server'
import { localised } from '~/http/page-title'
import { orNotFound } from '~/http/replies.server'
import { materials } from '~/messages/materials'
import { stories } from '~/messages/stories'
import { ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { PageHeader } from '~/ui/page-header'
import { Photo } from '~/ui/photo'
import { FactList } from '~/ui/tag-card'

const MOST_BEFORE = 4

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const title = localised({ matches }, stories)('story.title', { lot: data?.story.lotTitle ?? '' })
  return [{ title: `${title} – Gisement` }, { name: 'description', content: data?.story.words ?? title }]
}

export async function loader({ params }: LoaderFunctionArgs) {
  const story = orNotFound(await findStory(params.storyId ?? ''))
  const photos = (await listPhotosOfLots([story.lotId])).get(story.lotId) ?? []
  return { story, photos: photos.slice(0, MOST_BEFORE) }
}

export default function Story() {
  const t = useT(stories)
  const { story, photos } = useLoaderData<typeof loader>()
  const title = story.lotTitle
  return (
    <article className="flex min-w-0 flex-col gap-8">
      <PageHeader
        back={{ to: paths.stories(), label: t('story.back') }}
        title={t('story.title', { lot: title })}
        lead={story.words}
      />
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <section aria-labelledby="before" className="flex flex-col gap-3">
          <h2 id="before">{t('story.before')}</h2>
          {photos.map((photo, index) => (
            <Photo
              key={photo.id}
              photo={photoSourceOf(
                photo,
                t('story.beforeAlt', { number: index + 1, total: photos.length, title }),
              )}
              sizes="(min-width: 64rem) 36rem, 100vw"
              priority={index === 0}
            />
          ))}
          {photos.length === 0 && <Photo photo={null} />}
        </section>
        <section aria-labelledby="after" className="flex flex-col gap-3">
          <h2 id="after">{t('story.after')}</h2>
          <Photo
            photo={{
              src: paths.storyPhoto(story.id),
              alt: t('story.afterAlt', { title }),
              synthetic: story.isSynthetic,
            }}
            sizes="(min-width: 64rem) 36rem, 100vw"
          />
          <StoryFacts />
        </section>
      </div>
      <p className="text-muted">{t('story.consent')}</p>
      <ReportLink kind="story" id={story.id} />
      <p className="flex flex-wrap gap-3" data-screen-only>
        <ButtonLink to={`${paths.lots()}?materiau=${story.material}`}>{t('story.similar')}</ButtonLink>
        <ButtonLink to={paths.commune(story.fromCommuneCode)} look="secondary">
          {t('story.commune', { commune: story.fromCommuneName })}
        </ButtonLink>
      </p>
    </article>
  )
}

function StoryFacts() {
  const t = useT(stories)
  const tMaterial = useT(materials)
  const format = useFormat()
  const { story } = useLoaderData<typeof loader>()
  const { giverName, takerName } = story
  return (
    <FactList
      facts={[
        { term: t('story.material'), value: tMaterial(`type.${story.material}.name`) },
        { term: t('story.mass'), value: format.quantity(story.massG, 'kg') },
        { term: t('story.quantity'), value: format.quantity(story.quantityMilli, story.unit) },
        { term: t('story.from'), value: story.fromCommuneName },
        { term: t('story.to'), value: story.toCommuneName },
        { term: t('story.handedOver'), value: format.dayLong(story.handedOverOn) },
        { term: t('story.reinstalled'), value: format.dayLong(story.reinstalledOn) },
        ...(giverName ? [{ term: t('story.giver'), value: giverName }] : []),
        ...(takerName ? [{ term: t('story.taker'), value: takerName }] : []),
      ]}
    />
  )
}

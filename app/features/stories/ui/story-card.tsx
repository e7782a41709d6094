import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import type { PhotoView } from '~/features/photos/model/photo-view'
import { photoSourceOf } from '~/features/photos/ui/photo-source'
import { materials } from '~/messages/materials'
import { stories } from '~/messages/stories'
import { useFormat, useT } from '~/ui/i18n'
import { Photo } from '~/ui/photo'
import { FactList } from '~/ui/tag-card'
import type { StoryView } from '../model/story'

/** A story in a list: both pictures side by side, what, how much, from where to where. */
export function StoryCard({ story, photo }: { story: StoryView; photo: PhotoView | null }) {
  const t = useT(stories)
  const tMaterial = useT(materials)
  const format = useFormat()
  return (
    <article className="flex h-full flex-col overflow-hidden rounded-md border-2 border-edge bg-card">
      <div className="grid grid-cols-2">
        <Photo
          photo={photo && photoSourceOf(photo, '')}
          sizes="(min-width: 48rem) 18rem, 50vw"
          rule={false}
        />
        <Photo
          photo={{ src: paths.storyPhoto(story.id), alt: '', synthetic: story.isSynthetic }}
          sizes="(min-width: 48rem) 18rem, 50vw"
          rule={false}
        />
      </div>
      <div className="flex flex-col gap-3 p-4">
        <h2 className="text-xl">
          <Link to={paths.story(story.id)} aria-label={t('list.read', { title: story.lotTitle })}>
            {story.lotTitle}
          </Link>
        </h2>
        <p>{story.words}</p>
        <FactList
          facts={[
            { term: t('story.material'), value: tMaterial(`type.${story.material}.name`) },
            { term: t('story.mass'), value: format.mass(story.massG) },
            { term: t('story.from'), value: story.fromCommuneName },
            { term: t('story.to'), value: story.toCommuneName },
          ]}
        />
      </div>
    </article>
  )
}

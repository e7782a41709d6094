import { Form } from '@remix-run/react'
import { isMaterialType } from '~/core/material-types'
import { paths } from '~/core/paths'
import type { PhotoView } from '~/features/photos/model/photo-view'
import { photoSourceOf } from '~/features/photos/ui/photo-source'
import { materials } from '~/messages/materials'
import { myLots } from '~/messages/my-lots'
import { Button, ButtonLink } from '~/ui/button'
import { useFormat, useT } from '~/ui/i18n'
import { Photo } from '~/ui/photo'

export type ListedDraft = {
  id: string
  title: string
  material: string
  updatedAtMs: number
  done: number
  needed: number
  photo: PhotoView | null
}

/** Lots being written: photo, provisional title, how far, and what can be done with each. */
export function DraftList({ drafts }: { drafts: readonly ListedDraft[] }) {
  return (
    <ul className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
      {drafts.map((draft) => (
        <li key={draft.id} className="flex flex-col gap-3 rounded-md border-2 border-edge bg-card p-4">
          <DraftCard draft={draft} />
        </li>
      ))}
    </ul>
  )
}

function DraftCard({
  draft: { id, title, material, updatedAtMs, done, needed, photo },
}: {
  draft: ListedDraft
}) {
  const t = useT(myLots)
  const tMaterial = useT(materials)
  const format = useFormat()
  const name = title || (isMaterialType(material) ? tMaterial(`type.${material}.name`) : t('draft.untitled'))
  return (
    <>
      <Photo photo={photo && photoSourceOf(photo, '')} sizes="(min-width: 1024px) 24rem, 100vw" />
      <h2 className="text-xl">{name}</h2>
      <p className="text-muted">
        {t('draft.progress', { done, needed })}
        <br />
        {t('draft.written', { time: format.instant(updatedAtMs) })}
      </p>
      <ButtonLink to={paths.resumeLot(id)}>{t('draft.resume')}</ButtonLink>
      <details>
        <summary className="min-h-11 py-2">{t('draft.delete')}</summary>
        <Form method="post" action={paths.lotDraft(id)} className="flex flex-col gap-2">
          <p>{t('draft.confirm')}</p>
          <Button look="danger" name="intent" value="delete">
            {t('draft.confirmed')}
          </Button>
        </Form>
      </details>
    </>
  )
}

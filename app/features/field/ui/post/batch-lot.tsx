import { MAX_PHOTOS_PER_LOT } from '~/features/photos/model/limits'
import { fieldBatch } from '~/messages/field-batch'
import { materials } from '~/messages/materials'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { ArrowUpIcon, CrossIcon, ImageIcon } from '~/ui/icons'
import { materialOf } from '../../model/post/answering'
import { useFieldDraft } from '../store/use-field-drafts'
import type { Batch } from './use-batch'

/** One lot of a series: its photos, each of which may be split off, and the way to join it to the one before. */
export function BatchLot({ draftId, at, batch }: { draftId: string; at: number; batch: Batch }) {
  const t = useT(fieldBatch)
  const tMaterial = useT(materials)
  const open = useFieldDraft(draftId)
  if (!open) return null
  const { photos, state } = open.draft
  const isOpen = state === 'writing'
  const previous = batch.lots[at - 1]
  const canJoin =
    isOpen && previous?.state === 'writing' && previous.photos.length + photos.length <= MAX_PHOTOS_PER_LOT
  const material = materialOf(open.draft)
  return (
    <li className="tag">
      <div className="tag-head">
        <span className="hole" aria-hidden />
        <h3 className="reference text-xl">{t('lot', { at: at + 1 })}</h3>
        {material && <span>{tMaterial(`type.${material}.name`)}</span>}
        {!isOpen && <Badge tone="success">{t('published')}</Badge>}
        {isOpen && (
          <button
            type="button"
            aria-label={t('removeOf', { at: at + 1 })}
            onClick={() => void batch.remove(draftId)}
            className="ml-auto grid h-12 w-12 place-items-center"
          >
            <CrossIcon />
          </button>
        )}
      </div>
      <ul className="grid grid-cols-2 gap-2 px-3 pb-3 min-[22rem]:grid-cols-3">
        {photos.map(({ id }, index) => (
          <li key={id} className="flex flex-col overflow-hidden rounded-md border-2 border-edge">
            <div className="grid aspect-4/3 place-items-center bg-sunken">
              {open.photosUrls[id] ? (
                <img
                  src={open.photosUrls[id]}
                  alt={t('photoOf', { at: at + 1, number: index + 1 })}
                  className="h-full w-full object-cover"
                />
              ) : (
                <ImageIcon title={t('photoOf', { at: at + 1, number: index + 1 })} />
              )}
            </div>
            {isOpen && photos.length > 1 && (
              <button
                type="button"
                className="min-h-13 bg-card font-semibold underline"
                aria-label={t('splitOf', { at: at + 1, number: index + 1 })}
                onClick={() => void batch.split(draftId, id)}
              >
                {t('split')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {canJoin && (
        <div className="px-3 pb-3">
          <Button type="button" look="secondary" className="w-full" onClick={() => void batch.join(at)}>
            <ArrowUpIcon />
            {t('join', { previous: at })}
          </Button>
        </div>
      )}
    </li>
  )
}

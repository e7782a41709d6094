import { paths } from '~/core/paths'
import type { PhotoView } from '~/features/photos/model/photo-view'
import { photoSearch } from '~/messages/photo-search'
import { Badge } from '~/ui/badge'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import type { LotView } from '../model/lot'
import { LotTag } from './lot-tag'

export type SimilarLotView = { lot: LotView; photo: PhotoView | null; km: number | null }

/** On the page of a lot, those whose photos resemble its own. Nothing at all where there are none. */
export function SimilarLots({
  of,
  lots,
  today,
}: {
  of: LotView
  lots: readonly SimilarLotView[]
  today: string
}) {
  const t = useT(photoSearch)
  if (lots.length === 0) return null
  return (
    <section aria-labelledby="similar-title" className="flex flex-col gap-4" data-screen-only>
      <div className="flex flex-wrap items-center gap-3">
        <h2 id="similar-title">{t('similar')}</h2>
        <Badge>{t('similarBasis')}</Badge>
      </div>
      <SimilarLotList lots={lots} from={of.communeName} today={today} />
      <p>
        <ButtonLink to={paths.lotsByPhoto(`?lot=${of.id}`)} look="secondary">
          {t('more')}
        </ButtonLink>
      </p>
    </section>
  )
}

/** Lots as tags; `from` names the commune that distances are counted from. */
export function SimilarLotList({
  lots,
  from,
  today,
}: {
  lots: readonly SimilarLotView[]
  from: string | null
  today: string
}) {
  return (
    <ul className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
      {lots.map(({ lot, photo, km }) => (
        <li key={lot.id}>
          <LotTag
            lot={lot}
            photo={photo}
            today={today}
            near={km !== null && from ? { km, from } : undefined}
          />
        </li>
      ))}
    </ul>
  )
}

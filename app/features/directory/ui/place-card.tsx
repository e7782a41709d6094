import { Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { directory } from '~/messages/directory'
import { materials as materialTexts } from '~/messages/materials'
import { Badge } from '~/ui/badge'
import { useFormat, useT } from '~/ui/i18n'
import { FactList } from '~/ui/tag-card'
import type { FoundPlace } from '../model/place-search'

/** An entry of the directory in a list: what it is, where, what it does and takes, and when it was checked. */
export function PlaceCard({ place, isDue }: { place: FoundPlace; isDue: boolean }) {
  const t = useT(directory)
  const format = useFormat()
  const materials = useMaterialNames()(place.materials)
  return (
    <article className="flex h-full flex-col gap-3 rounded-lg border-2 border-edge bg-card p-4">
      <p className="flex flex-wrap items-center gap-2">
        <Badge>{t(`kind.${place.kind}`)}</Badge>
        {place.km !== null && (
          <span className="text-muted">{t('km', { km: format.number(place.km, 1) })}</span>
        )}
      </p>
      <h3 className="text-xl">
        <Link to={paths.place(place.id)}>{place.name}</Link>
      </h3>
      <FactList
        facts={[
          { term: t('commune'), value: place.communeName },
          { term: t('services'), value: place.services.map((one) => t(`service.${one}`)).join(', ') },
          { term: t('materials'), value: materials },
        ]}
      />
      <p className={`mt-auto text-sm ${isDue ? 'text-warning' : 'text-muted'}`}>
        {isDue ? t('checkDue') : t('checked', { day: format.day(place.checkedOn ?? '') })}
      </p>
    </article>
  )
}

/** Names of accepted materials in one line; none accepted by name means any. */
export function useMaterialNames(): (materials: FoundPlace['materials']) => string {
  const t = useT(directory)
  const tMaterial = useT(materialTexts)
  return (materials) =>
    materials.length === 0
      ? t('anyMaterial')
      : materials.map((material) => tMaterial(`type.${material}.short`)).join(', ')
}

import { formatter } from '~/core/format'
import type { Locale } from '~/core/locale'
import { paths } from '~/core/paths'
import type { PublicPlace } from '~/features/directory/model/place'
import { translator } from '~/messages/catalogue'
import { directory } from '~/messages/directory'
import { materials } from '~/messages/materials'
import type { CsvColumn } from './csv.server'

/** The columns of every export of the directory, in the reader's language. */
export function placeColumnsIn<P extends PublicPlace & { km?: number | null }>(
  locale: Locale,
  origin: string,
): CsvColumn<P>[] {
  const t = translator(locale, directory)
  const tMaterial = translator(locale, materials)
  const format = formatter(locale)
  return [
    { header: t('name'), cell: (place) => place.name },
    { header: t('kindHeader'), cell: (place) => t(`kind.${place.kind}`) },
    { header: t('commune'), cell: (place) => place.communeName },
    { header: t('address'), cell: (place) => place.address },
    {
      header: t('distance'),
      cell: ({ km }) => (km === null || km === undefined ? null : Number(km.toFixed(1))),
    },
    { header: t('services'), cell: (place) => place.services.map((one) => t(`service.${one}`)).join(' ; ') },
    {
      header: t('materials'),
      cell: (place) =>
        place.materials.map((material) => tMaterial(`type.${material}.name`)).join(' ; ') || t('anyMaterial'),
    },
    { header: t('hours'), cell: (place) => place.hours },
    { header: t('conditions'), cell: (place) => place.conditions },
    { header: t('phone'), cell: (place) => place.phone },
    { header: t('email'), cell: (place) => place.email },
    { header: t('website'), cell: (place) => place.website },
    { header: t('siret'), cell: (place) => place.siret },
    { header: t('lat'), cell: (place) => place.point.lat },
    { header: t('lon'), cell: (place) => place.point.lon },
    { header: t('checkedOn'), cell: (place) => place.checkedOn && format.day(place.checkedOn) },
    { header: t('link'), cell: (place) => origin + paths.place(place.id) },
  ]
}

import { webAddress } from '~/core/web-address'
import { directory } from '~/messages/directory'
import { useFormat, useT } from '~/ui/i18n'
import { FactList, type TagFact } from '~/ui/tag-card'
import type { PublicPlace } from '../model/place'
import { useMaterialNames } from './place-card'

/** Everything that an entry says; what was not said is left out. */
export function PlaceFacts({ place }: { place: PublicPlace }) {
  const t = useT(directory)
  const format = useFormat()
  const materials = useMaterialNames()(place.materials)
  const { address, hours, conditions, website, phone, email, siret, position } = place
  const said = (term: string, text: string, value: TagFact['value'] = text): TagFact[] =>
    text === '' ? [] : [{ term, value }]
  const degrees = (value: number) => format.number(value, 3, 3)
  return (
    <FactList
      facts={[
        { term: t('kindHeader'), value: t(`kind.${place.kind}`) },
        { term: t('services'), value: place.services.map((one) => t(`service.${one}`)).join(', ') },
        { term: t('materials'), value: materials },
        { term: t('commune'), value: place.communeName },
        ...said(t('address'), address),
        {
          term: t('position'),
          value: position
            ? t('positionRounded', { lat: degrees(position.lat), lon: degrees(position.lon) })
            : t('positionCommune'),
        },
        ...said(t('hours'), hours, <span className="whitespace-pre-line">{hours}</span>),
        ...said(t('conditions'), conditions, <span className="whitespace-pre-line">{conditions}</span>),
        ...said(t('phone'), phone, <a href={`tel:${phone}`}>{spaced(phone)}</a>),
        ...said(t('email'), email, <a href={`mailto:${email}`}>{email}</a>),
        ...said(
          t('website'),
          website,
          <a href={webAddress(website) ?? undefined} rel="noreferrer nofollow">
            {website}
          </a>,
        ),
        ...said(t('siret'), siret ?? ''),
      ]}
    />
  )
}

/** A number in pairs, as it is read aloud. */
function spaced(phone: string): string {
  return phone.replace(/(\d\d)(?=\d)/g, '$1\u00a0')
}

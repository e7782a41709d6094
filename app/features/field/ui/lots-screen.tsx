import { Link } from '@remix-run/react'
import { useState } from 'react'
import { paths } from '~/core/paths'
import { field } from '~/messages/field'
import { fieldWork } from '~/messages/field-work'
import { Badge } from '~/ui/badge'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { useFormat, useT } from '~/ui/i18n'
import { Select } from '~/ui/inputs'
import type { FieldLot } from '../model/field-facts'
import { KeptPicture } from './kept-picture'
import { CopyLotButton } from './post/copy-lot-button'
import { ScreenHeader } from './screen-header'
import { usePhotoUrls } from './store/use-photo-urls'
import { useFieldFacts } from './store/use-field-store'
import { useOnline } from './use-online'

/** The lots of one's own organisation, as the device knows them: to recognise one on site, by its picture or label. */
export function LotsScreen() {
  const t = useT(fieldWork)
  const tField = useT(field)
  const format = useFormat()
  const facts = useFieldFacts()
  const [siteId, setSiteId] = useState('')
  const lots = (facts?.lots ?? []).filter((lot) => siteId === '' || lot.siteId === siteId)
  const urls = usePhotoUrls(
    'pictures',
    lots.flatMap(({ photo }) => photo ?? []),
  )
  const sites = new Map(facts?.lots.map((lot) => [lot.siteId, lot.siteName]))
  return (
    <>
      <ScreenHeader
        title={t('lots.title')}
        lead={facts && t('lots.lead', { at: format.instant(facts.atMs) })}
      />
      {sites.size > 1 && (
        <Select
          label={t('lots.site')}
          placeholder={null}
          value={siteId}
          onChange={(event) => setSiteId(event.currentTarget.value)}
          options={[
            { value: '', label: t('lots.allSites') },
            ...[...sites].map(([value, label]) => ({ value, label })),
          ]}
        />
      )}
      {lots.length === 0 ? (
        <EmptyState
          title={t('lots.empty')}
          actions={<ButtonLink to={paths.field()}>{tField('home.photograph')}</ButtonLink>}
        >
          {t('lots.emptyText')}
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-3">
          {lots.map((lot) => (
            <LotRow key={lot.id} lot={lot} src={urls[lot.photo?.id ?? ''] ?? lot.photo?.src ?? null} />
          ))}
        </ul>
      )}
    </>
  )
}

/** A lot of one's own as the device knows it, with what can be done with it. */
export function LotRow({ lot, src }: { lot: FieldLot; src: string | null }) {
  const t = useT(fieldWork)
  const format = useFormat()
  const isOnline = useOnline()
  return (
    <li className="flex gap-3 rounded-md border-2 border-edge bg-card p-3">
      <KeptPicture src={src} />
      <div className="flex min-w-0 flex-col items-start gap-0.5">
        <p className="reference text-xl">{lot.reference}</p>
        <h2 className="text-base wrap-anywhere">{lot.title}</h2>
        <p className="text-muted">
          {t('lots.free', {
            free: format.quantity(lot.availableMilli, lot.unit),
            all: format.quantity(lot.quantityMilli, lot.unit),
          })}
          {' · '}
          {t('lots.until', { day: format.dayShort(lot.availableUntil) })}
        </p>
        <p className="text-muted">{lot.siteName}</p>
        {lot.status === 'paused' && <Badge tone="warning">{t('lots.paused')}</Badge>}
        {isOnline && (
          <Link
            to={paths.lot(lot.id)}
            reloadDocument
            aria-label={t('lots.openOf', { reference: lot.reference })}
            className="inline-flex min-h-11 items-center font-semibold"
          >
            {t('lots.open')}
          </Link>
        )}
        <CopyLotButton lot={lot} />
      </div>
    </li>
  )
}

import { formatter } from '~/core/format'
import type { Locale } from '~/core/locale'
import type { Actor } from '~/features/organisations/model/permissions'
import { labelAddress, typedAddress } from '~/features/labels/label-address.server'
import type { LabelView } from '~/features/labels/model/label'
import type { PrintedLabel } from '~/features/labels/print/printed-label'
import { listLabelsOfLots } from '~/features/labels/queries.server'
import type { LotView } from '~/features/lots/model/lot'
import { renditionKey } from '~/features/photos/model/limits'
import type { PhotoView } from '~/features/photos/model/photo-view'
import { listPhotosOfLots } from '~/features/photos/queries.server'
import { findSite } from '~/features/sites/queries.server'
import { translator } from '~/messages/catalogue'
import { interfaceTexts } from '~/messages/interface'
import { labelSheets } from '~/messages/label-sheets'
import type { AskedSheet } from './asked-sheet.server'

/** What a sheet prints, label by label; null when some are not made yet. */
export async function printedLabels(
  { lots, blanks }: AskedSheet,
  actor: Actor,
  locale: Locale,
): Promise<PrintedLabel[] | null> {
  const ids = lots.map(({ lot }) => lot.id)
  const [labels, photos] = await Promise.all([listLabelsOfLots(ids), listPhotosOfLots(ids)])
  const sites = await siteNames(lots.map(({ lot }) => lot.siteId))
  const printed = blanks.map((label) => printedBlank(label, actor, locale))
  for (const { lot, pieces } of lots) {
    const own = wantedLabels(labels.get(lot.id) ?? [], pieces)
    if (!own) return null
    const of = { lot, pieces, site: sites.get(lot.siteId) ?? '', photo: photos.get(lot.id)?.[0] ?? null }
    printed.push(...own.map((label) => printedOfLot(label, of, locale)))
  }
  return printed
}

/** The label of the lot as a whole, or those of its pieces from 1; null when one is missing. */
function wantedLabels(labels: readonly LabelView[], pieces: number | null): LabelView[] | null {
  if (pieces === null) {
    const whole = labels.find(({ item }) => item === null)
    return whole ? [whole] : null
  }
  const wanted = labels.filter(({ item }) => item !== null && item <= pieces)
  return wanted.length === pieces ? wanted : null
}

async function siteNames(ids: readonly string[]): Promise<Map<string, string>> {
  const sites = await Promise.all([...new Set(ids)].map(findSite))
  return new Map(sites.flatMap((site) => (site ? [[site.id, site.name]] : [])))
}

type OfLot = { lot: LotView; pieces: number | null; site: string; photo: PhotoView | null }

function printedOfLot(label: LabelView, { lot, pieces, site, photo }: OfLot, locale: Locale): PrintedLabel {
  const t = translator(locale, labelSheets)
  const format = formatter(locale)
  const { item } = label
  return {
    ...codeOf(label, locale),
    heading: lot.reference,
    title: lot.title,
    piece: item !== null && pieces !== null ? t('print.piece', { item, count: pieces }) : null,
    facts: [format.quantity(lot.quantityMilli, lot.unit), site],
    deadline: t('print.leaves', { day: format.dayShort(lot.availableUntil) }),
    hasLines: false,
    photo: photo && {
      key: renditionKey(photo.storageKey, 960, 'jpg'),
      alt: t('print.photo', { title: lot.title }),
    },
    photoNote: photo?.isSynthetic ? translator(locale, interfaceTexts)('photo.synthetic') : null,
  }
}

function printedBlank(label: LabelView, { organisationName }: Actor, locale: Locale): PrintedLabel {
  const t = translator(locale, labelSheets)
  return {
    ...codeOf(label, locale),
    heading: t('print.blank'),
    title: organisationName,
    piece: null,
    facts: [t('print.blankText')],
    deadline: null,
    hasLines: true,
    photo: null,
    photoNote: null,
  }
}

function codeOf({ code }: LabelView, locale: Locale) {
  const typed = typedAddress(code)
  const qrAlt = translator(locale, labelSheets)('print.qr', { address: typed })
  return { code, address: labelAddress(code), typed, qrAlt }
}

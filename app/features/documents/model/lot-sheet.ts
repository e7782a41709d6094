import type { Locale } from '~/core/locale'
import type { LotView } from '~/features/lots/model/lot'

/** What avoiding new material saves, in kgCO2e, as the lot's page says it. */
export type SheetCarbon = {
  massG: number
  straightKm: number
  netKg: number
  lowKg: number
  highKg: number
  source: string
  year: string
}

export type LotSheet = {
  lot: LotView
  locale: Locale
  /** The address that the QR code opens. */
  url: string
  /** Null where nothing is claimed. */
  carbon: SheetCarbon | null
}

import { ENVELOPE_SHEETS } from './envelope'
import { EQUIPMENT_SHEETS } from './equipment'
import { FIT_OUT_SHEETS } from './fit-out'
import { FRAME_SHEETS } from './frame'
import { MASONRY_SHEETS } from './masonry'
import type { Sheet } from './sheet'

const SHEETS_BY_TITLE: Readonly<Record<string, Sheet>> = {
  ...MASONRY_SHEETS,
  ...FRAME_SHEETS,
  ...ENVELOPE_SHEETS,
  ...FIT_OUT_SHEETS,
  ...EQUIPMENT_SHEETS,
}

/** What the product of a title is. @throws Error when the title has no sheet */
export function sheetOfTitle(title: string): Sheet {
  const sheet = SHEETS_BY_TITLE[title]
  if (!sheet) throw new Error(`No sheet for «${title}»`)
  return sheet
}

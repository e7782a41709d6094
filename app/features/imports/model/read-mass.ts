import { foldText } from '~/core/fold'
import { MAX_QUANTITY, MILLI } from '~/core/units'
import { readAmount } from '~/features/wording/model/read-cells'
import type { MassScale } from './fields'

export type MassFault = 'mass-missing' | 'mass-number' | 'mass-large'

const G_OF: Record<string, number> = {
  ...{ g: 1, kg: MILLI, kgs: MILLI, kilo: MILLI, kilos: MILLI, kilogramme: MILLI, kilogrammes: MILLI },
  ...{ t: 1_000_000, to: 1_000_000, tonne: 1_000_000, tonnes: 1_000_000, ton: 1_000_000, tons: 1_000_000 },
}
/** 100,000 t: the concrete of a whole estate is one line of some surveys. */
const MAX_MASS_G = 100 * MAX_QUANTITY * MILLI

/** Grams of a mass: its own unit counts, else what the column is in. Null when the cell says nothing. */
export function readMass(text: string, massIn: MassScale): number | null | MassFault {
  if (isBlank(text)) return null
  const amount = readAmount(text)
  if (!amount || amount.figure < 0) return 'mass-number'
  const unit = amount.unit === '' ? massIn : foldText(amount.unit)
  const grams = G_OF[unit]
  if (grams === undefined) return 'mass-number'
  const massG = Math.round(amount.figure * grams)
  return massG > MAX_MASS_G ? 'mass-large' : massG
}

/** Whether a cell says nothing: empty, dashes, «NC», «sans objet». */
export function isBlank(text: string): boolean {
  return /^([-–—./\s]*|n\.?\s?c\.?|s\.?\s?o\.?|n\/?a|sans objet|pm)$/i.test(text.trim())
}

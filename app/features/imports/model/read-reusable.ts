import { foldText } from '~/core/fold'
import { MILLI, type Unit } from '~/core/units'
import { readAmount, readUnit } from '~/features/wording/model/read-cells'
import type { ReusableScale } from './fields'
import { isBlank, readMass } from './read-mass'

export type ReusableFault = 'reusable-unclear' | 'reusable-more'

type Line = { massG: number; quantityMilli: number; unit: Unit }

const YES = /^(oui|o|yes|y|x|vrai|true|ok|reemployable|reemploi|total|totalite|en totalite|tout|100)\b/
const NO = /^(non|n|no|faux|false|aucun|aucune|nul|nulle|rien|zero|recyclage|valorisation|elimination)\b/

/**
 * Grams of a line that can be reused: «oui», «non», «60 %», «1,2 t», «40 u», or a bare figure read as the column is.
 * Nothing said is nothing reusable. What only may be («partiel», «à étudier») is for a person to say.
 */
export function readReusable(text: string, scale: ReusableScale, line: Line): number | ReusableFault {
  if (isBlank(text)) return 0
  const percent = percentIn(text)
  if (percent !== null) return partOf(line, percent / 100)
  const amount = readAmount(text)
  if (amount) return amountOf(text, amount, scale, line)
  const folded = foldText(text)
  if (NO.test(folded)) return 0
  return YES.test(folded) ? line.massG : 'reusable-unclear'
}

function percentIn(text: string): number | null {
  const found = /^(?:(?:oui|env\.?|environ|[~≈])[\s:,(à]*)?(\d+(?:[.,]\d+)?)\s?%\)?$/i.exec(text.trim())
  return found ? Number(found[1]!.replace(',', '.')) : null
}

function amountOf(
  text: string,
  { figure, unit }: { figure: number; unit: string },
  scale: ReusableScale,
  line: Line,
): number | ReusableFault {
  if (figure < 0) return 'reusable-unclear'
  if (unit === '') {
    if (scale === 'percent') return partOf(line, figure / 100)
    if (scale === 'fraction') return partOf(line, figure)
    if (scale === 'quantity') return partOf(line, (figure * MILLI) / line.quantityMilli)
  }
  const named = readUnit(unit)
  if (named.ok && named.value === line.unit && !isMassUnit(line.unit)) {
    return partOf(line, (figure * MILLI) / line.quantityMilli)
  }
  const massG = readMass(text, scale === 't' ? 't' : 'kg')
  if (typeof massG !== 'number') return 'reusable-unclear'
  return within(line, massG)
}

function isMassUnit(unit: Unit): boolean {
  return unit === 'kg' || unit === 't'
}

function partOf(line: Line, share: number): number | ReusableFault {
  return share > 1 + ROUNDING ? 'reusable-more' : Math.round(line.massG * Math.min(1, share))
}

/** Masses rounded apart may differ by this share without being wrong. */
const ROUNDING = 0.005

function within(line: Line, massG: number): number | ReusableFault {
  return massG > line.massG * (1 + ROUNDING) ? 'reusable-more' : Math.min(line.massG, massG)
}

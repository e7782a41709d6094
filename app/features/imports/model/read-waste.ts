import { foldText } from '~/core/fold'
import type { WasteFamily } from '~/core/waste-terms'

/** Inert by the European list as surveys use it: mineral rubble, glass, soil, asphalt without tar (2000/532/EC). */
const INERT = new Set([
  '170101',
  '170102',
  '170103',
  '170107',
  '170202',
  '170302',
  '170504',
  '170508',
  '200202',
])
/** Dangerous entries of chapter 17 and the lamps, gases and batteries of surveys; others are told by their star. */
const HAZARDOUS = new Set(
  '170106 170204 170301 170303 170409 170410 170503 170505 170507 170601 170603 170605 170801 170901 170902 170903 160209 160210 160211 160212 160213 160601 200121 200123 200133 200135 140601'.split(
    ' ',
  ),
)

/** The six digits of a code of waste («17 02 01», «170603*»), with its star; null when the cell holds none. */
export function readWasteCode(text: string): { code: string; hasStar: boolean } | null {
  const [, a, b, c, star] = /(?:^|\D)(\d{2})[\s.\-/]?(\d{2})[\s.\-/]?(\d{2})\s?(\*)?(?!\d)/.exec(text) ?? []
  return a && b && c && Number(a) >= 1 && Number(a) <= 20 ? { code: a + b + c, hasStar: star === '*' } : null
}

const HAZARDOUS_WORDS = /\b(dd|dis|dangereux|dangereuse|amiante|plomb|pcb|hazardous)\b/
const NOT = /\bnon (dangereux|dangereuse|hazardous)\b|\bnon hazardous\b|\bdnd\b|\bdib\b|\bdnid\b|\bdndni\b/
const INERT_WORDS = /\b(inerte|inertes|di|gravats|inert)\b/

/** The family that words name: «Déchets inertes», «DND», «DD», «dangereux»; null when they name none. */
export function readWasteFamily(text: string): WasteFamily | null {
  const folded = foldText(text)
  if (NOT.test(folded) || /\bnon inerte/.test(folded)) return 'non-hazardous'
  if (HAZARDOUS_WORDS.test(folded)) return 'hazardous'
  return INERT_WORDS.test(folded) ? 'inert' : null
}

/** The family of a code of the list; what is neither dangerous nor inert is not dangerous. */
export function familyOfCode({ code, hasStar }: { code: string; hasStar: boolean }): WasteFamily {
  if (hasStar || HAZARDOUS.has(code)) return 'hazardous'
  return INERT.has(code) ? 'inert' : 'non-hazardous'
}

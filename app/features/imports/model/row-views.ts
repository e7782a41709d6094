import type { ReadRow } from './read-row'
import { isFaulty, nameOf } from './read-rows'

/** What the page of lines can be held to; the words of its address. */
export const ROW_VIEWS = [
  'a-corriger',
  'a-verifier',
  'toutes',
  'dechets',
  'connues',
  'en-double',
  'de-cote',
] as const
export type RowView = (typeof ROW_VIEWS)[number]

type Doubles = { known: ReadonlySet<number>; twice: ReadonlySet<number> }

export function isInView(row: ReadRow, view: RowView, { known, twice }: Doubles): boolean {
  switch (view) {
    case 'a-corriger':
      return isFaulty(row)
    case 'a-verifier':
      return row.line !== null && row.certainty === 'likely'
    case 'toutes':
      return true
    case 'dechets':
      return row.kind === 'waste'
    case 'connues':
      return known.has(row.row)
    case 'en-double':
      return twice.has(row.row)
    case 'de-cote':
      return row.kind === 'left' || row.kind === 'title'
  }
}

/** The view that an address asks for; without one, what is to be put right, or all when nothing is. */
export function askedView(asked: string | null, faulty: number): RowView {
  return ROW_VIEWS.find((view) => view === asked) ?? (faulty > 0 ? 'a-corriger' : 'toutes')
}

/** A row as the page shows it. */
export function shownRow(read: ReadRow, { known, twice }: Doubles) {
  const { row, kind, texts, corrections, faults, notes, material, certainty, line, waste } = read
  return {
    ...{ row, kind, faults, notes, material, certainty, line, waste, name: nameOf(read) },
    isKnown: known.has(row),
    isTwice: twice.has(row),
    texts: {
      product: texts.product,
      material: corrections.material ?? '',
      quantity: texts.quantity,
      unit: texts.unit,
      mass: texts.mass,
      reusable: texts.reusable,
      wasteFamily: corrections.wasteFamily ?? waste?.family ?? '',
      written: [texts.category, texts.wasteFamily, texts.condition, texts.location]
        .filter(Boolean)
        .join(', '),
    },
  }
}
export type ShownRow = ReturnType<typeof shownRow>

/** What a row of a survey may say, in the order in which its columns are asked for. */
export const IMPORT_FIELDS = [
  'product',
  'category',
  'quantity',
  'unit',
  'mass',
  'reusable',
  'condition',
  'dimensions',
  'assembly',
  'location',
  'reusability',
  'precautions',
  'wasteCode',
  'wasteFamily',
  'outlet',
] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]

/** What bare figures of masses are in. */
export const MASS_SCALES = ['kg', 't'] as const
export type MassScale = (typeof MASS_SCALES)[number]

/** What bare figures of a reusable part are: a percentage, a fraction from 0 to 1, a mass, or a part of the quantity. */
export const REUSABLE_SCALES = ['percent', 'fraction', 'kg', 't', 'quantity'] as const
export type ReusableScale = (typeof REUSABLE_SCALES)[number]

/** Where each field is, as the number of a column from 0, and how bare figures are read. */
export type ImportMapping = {
  columns: Partial<Record<ImportField, number>>
  massIn: MassScale
  reusableIn: ReusableScale
}

/** The mapping as it is stored: field, or scale, to a number. */
export function storedMapping({ columns, massIn, reusableIn }: ImportMapping): Record<string, number> {
  return {
    ...columns,
    massIn: MASS_SCALES.indexOf(massIn),
    reusableIn: REUSABLE_SCALES.indexOf(reusableIn),
  }
}

/** What `storedMapping` stored; columns beyond the width of the sheet are dropped. */
export function mappingOf(stored: Readonly<Record<string, number>>, width = Infinity): ImportMapping {
  const columns: ImportMapping['columns'] = {}
  for (const field of IMPORT_FIELDS) {
    const at = stored[field]
    if (at !== undefined && Number.isInteger(at) && at >= 0 && at < width) columns[field] = at
  }
  return {
    columns,
    massIn: MASS_SCALES[stored.massIn ?? 0] ?? 'kg',
    reusableIn: REUSABLE_SCALES[stored.reusableIn ?? 0] ?? 'percent',
  }
}

/** What a person may put right in a row; `kind` and `leave` are about the row itself. */
export const CORRECTED = [
  'kind',
  'product',
  'material',
  'quantity',
  'unit',
  'mass',
  'reusable',
  'wasteFamily',
  'leave',
] as const
export type Corrected = (typeof CORRECTED)[number]
export type Corrections = Partial<Record<Corrected, string>>

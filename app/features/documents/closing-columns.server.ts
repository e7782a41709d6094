import { formatter } from '~/core/format'
import type { Locale } from '~/core/locale'
import { CLOSING_OUTCOMES, REUSE_OUTCOMES, type ClosingOutcome } from '~/core/waste-terms'
import type { ClosingRow, FamilyTotals, OutcomeMasses } from '~/features/closing/model/closing-record'
import type { Move } from '~/features/closing/model/moves'
import { translator } from '~/messages/catalogue'
import { closing } from '~/messages/closing'
import { closingPaper } from '~/messages/closing-paper'
import { closingRow } from '~/messages/closing-row'
import { inventory } from '~/messages/inventory'
import { materials } from '~/messages/materials'
import type { SheetColumn } from '~/platform/tables/write-workbook.server'

/** What a row of a record is called. */
export function rowName(row: ClosingRow, locale: Locale): string {
  return row.line?.product ?? row.waste?.label ?? translator(locale, closing)('outside')
}

/** The family of a row: of its material, or of its waste. */
export function rowFamily({ line, waste }: ClosingRow, locale: Locale): string {
  if (line) return translator(locale, materials)(`type.${line.material}.name`)
  return waste ? translator(locale, inventory)(`waste.families.${waste.family}`) : ''
}

/** The columns of a record's rows: what was surveyed, each way in which it left, the difference and why. */
export function rowColumns(locale: Locale): SheetColumn<ClosingRow>[] {
  const t = translator(locale, closingPaper)
  const tClosing = translator(locale, closing)
  const tRow = translator(locale, closingRow)
  const format = formatter(locale)
  return [
    { header: t('column.product'), cell: (row) => rowName(row, locale), width: 36 },
    { header: t('column.family'), cell: (row) => rowFamily(row, locale), width: 24 },
    { header: t('column.code'), cell: ({ waste }) => waste?.wasteCode ?? '' },
    { header: t('column.quantity'), cell: ({ line }) => line && line.quantityMilli / 1000 },
    { header: t('column.unit'), cell: ({ line }) => line && format.unit(line.unit), width: 8 },
    {
      header: t('column.surveyedKg'),
      cell: ({ surveyedG }) => (surveyedG === null ? null : surveyedG / 1000),
    },
    { header: t('column.handedOverKg'), cell: ({ handedOverG }) => handedOverG / 1000 },
    ...outcomeColumns<ClosingRow>(locale),
    { header: t('column.gapKg'), cell: ({ gapG }) => (gapG === null ? null : gapG / 1000) },
    { header: t('column.state'), cell: ({ state }) => tClosing(`rowState.${state}`) },
    {
      header: t('column.reason'),
      cell: ({ gapG, explanation }) =>
        gapG && explanation ? tRow(`gap.reasons.${explanation.reason}`) : null,
      width: 36,
    },
    {
      header: t('column.note'),
      cell: ({ gapG, explanation }) => (gapG && explanation?.note) || null,
      width: 36,
    },
  ]
}

/** The columns of the totals by family of material. */
export function familyColumns(locale: Locale): SheetColumn<FamilyTotals>[] {
  const t = translator(locale, closingPaper)
  return [
    {
      header: t('column.family'),
      cell: ({ material }) => translator(locale, materials)(`type.${material}.name`),
      width: 30,
    },
    { header: t('column.surveyedKg'), cell: ({ surveyedG }) => surveyedG / 1000 },
    { header: t('column.handedOverKg'), cell: ({ handedOverG }) => handedOverG / 1000 },
    ...outcomeColumns<FamilyTotals>(locale),
    { header: t('column.gapKg'), cell: ({ gapG }) => gapG / 1000 },
  ]
}

function outcomeColumns<Row extends { outcomes: OutcomeMasses }>(locale: Locale): SheetColumn<Row>[] {
  const t = translator(locale, closingPaper)
  const tClosing = translator(locale, closing)
  return CLOSING_OUTCOMES.map((outcome) => ({
    header: t('column.outcomeKg', { outcome: tClosing(`outcome.${outcome}`) }),
    cell: ({ outcomes }) => outcomes[outcome] / 1000,
  }))
}

/** What became of a mass, in words. */
export function moveName({ outcome, legalStatus }: Move, locale: Locale): string {
  if (outcome !== null) return translator(locale, closing)(`outcome.${outcome}`)
  const status = translator(locale, closingRow)(`handovers.status.${legalStatus ?? 'reuse'}`)
  return translator(locale, closingPaper)('handover', { status })
}

/** What proves a mass: its evidence, or the signed handover of a lot. */
export function moveEvidence({ outcome, evidence }: Move, locale: Locale): string {
  return outcome === null ? translator(locale, closingPaper)('signed', { reference: evidence }) : evidence
}

/** The columns of what left, one by one. */
export function moveColumns(locale: Locale): SheetColumn<Move>[] {
  const t = translator(locale, closingPaper)
  const format = formatter(locale)
  return [
    { header: t('column.product'), cell: ({ row }) => rowName(row, locale), width: 36 },
    { header: t('column.family'), cell: ({ row }) => rowFamily(row, locale), width: 24 },
    { header: t('column.movement'), cell: (move) => moveName(move, locale), width: 36 },
    { header: t('column.note'), cell: ({ label }) => label, width: 30 },
    { header: t('column.quantity'), cell: ({ quantity }) => quantity && quantity.milli / 1000 },
    { header: t('column.unit'), cell: ({ quantity }) => quantity && format.unit(quantity.unit), width: 8 },
    { header: t('column.massKg'), cell: ({ massG }) => massG / 1000 },
    { header: t('column.destination'), cell: ({ destination }) => destination, width: 30 },
    { header: t('column.commune'), cell: ({ communeName }) => communeName, width: 24 },
    { header: t('column.day'), cell: ({ day }) => day },
    { header: t('column.code'), cell: (move) => codeOf(move) },
    { header: t('column.evidence'), cell: (move) => moveEvidence(move, locale), width: 36 },
  ]
}

/** The waste code of what left: its own, or that of the foreseen waste. */
export function codeOf({ wasteCode, row, outcome }: Move): string {
  const isWaste = outcome !== null && !(REUSE_OUTCOMES as readonly ClosingOutcome[]).includes(outcome)
  return wasteCode || (isWaste ? (row.waste?.wasteCode ?? '') : '')
}

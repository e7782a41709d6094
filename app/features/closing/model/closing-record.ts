import type { MaterialType } from '~/core/material-types'
import type { Unit } from '~/core/units'
import { CLOSING_OUTCOMES, type ClosingOutcome, type GapReason, type WasteFamily } from '~/core/waste-terms'

/** What the survey found: a line of products, with its quantity. */
export type SurveyedLine = {
  id: string
  material: MaterialType
  product: string
  quantityMilli: number
  unit: Unit
  massG: number
  massEstimated: boolean
}
export type ForeseenWaste = {
  id: string
  family: WasteFamily
  wasteCode: string
  label: string
  massG: number
  outlet: string
}
/** A handover of the ledger, by the line that its lot was published from; null for a lot of no line. */
export type SiteHandover = { handoverId: string; inventoryLineId: string | null; massG: number }
/** A quantity that left otherwise, typed by a person; of a line, of a foreseen waste, or of neither. */
export type ClosingEntry = {
  id: string
  inventoryLineId: string | null
  inventoryWasteId: string | null
  outcome: ClosingOutcome
  massG: number
}
export type GapExplanation = {
  inventoryLineId: string | null
  inventoryWasteId: string | null
  gapG: number
  reason: GapReason
  note: string
}

export type OutcomeMasses = Record<ClosingOutcome, number>

/** The address of what the survey does not hold. */
export const OUTSIDE = 'hors-inventaire'

/**
 * Where a row stands: all accounted for; a difference that a person explained; one that they explained while it was
 * another (`stale`); one that nobody explained (`open`). What the survey does not hold has nothing to come to.
 */
export type RowState = 'balanced' | 'explained' | 'stale' | 'open' | 'outside'

export type ClosingRow = {
  /** Id of the line or waste, or `OUTSIDE`. */
  id: string
  kind: 'line' | 'waste' | 'outside'
  line: SurveyedLine | null
  waste: ForeseenWaste | null
  /** What the survey found or foresaw; null for what it does not hold. */
  surveyedG: number | null
  /** By handovers of this platform. */
  handedOverG: number
  handovers: number
  outcomes: OutcomeMasses
  declaredG: number
  /** Surveyed less all that left; under zero when more left. Null without a survey. */
  gapG: number | null
  explanation: { gapG: number; reason: GapReason; note: string } | null
  state: RowState
}

export type ClosingTotals = {
  surveyedG: number
  handedOverG: number
  outcomes: OutcomeMasses
  declaredG: number
  gapG: number
}

export type ClosingSums = {
  rows: ClosingRow[]
  lines: ClosingTotals
  wastes: ClosingTotals
  outside: ClosingTotals
  /** Rows whose difference nobody explained as it stands. */
  unexplained: number
}

type Sources = {
  lines: readonly SurveyedLine[]
  wastes: readonly ForeseenWaste[]
  handovers: readonly SiteHandover[]
  entries: readonly ClosingEntry[]
  gaps: readonly GapExplanation[]
}

/**
 * What became of everything that a survey found, in grams. Each handover and each entry counts in exactly one row; what
 * refers to no line or waste of the survey counts in the row of what it does not hold. Lines and wastes are summed apart:
 * a survey may weigh the same tonne as a product and as a waste.
 */
export function closingSums({ lines, wastes, handovers, entries, gaps }: Sources): ClosingSums {
  const rows = new Map<string, ClosingRow>()
  for (const line of lines) rows.set(line.id, emptyRow('line', line.id, { line, surveyedG: line.massG }))
  for (const waste of wastes) {
    rows.set(waste.id, emptyRow('waste', waste.id, { waste, surveyedG: waste.massG }))
  }
  const outside = emptyRow('outside', OUTSIDE, {})
  for (const { inventoryLineId, massG } of handovers) {
    const row = rows.get(inventoryLineId ?? '') ?? outside
    row.handedOverG += massG
    row.handovers += 1
  }
  for (const { inventoryLineId, inventoryWasteId, outcome, massG } of entries) {
    const row = rows.get(inventoryLineId ?? inventoryWasteId ?? '') ?? outside
    row.outcomes[outcome] += massG
    row.declaredG += massG
  }
  for (const { inventoryLineId, inventoryWasteId, gapG, reason, note } of gaps) {
    const row = rows.get(inventoryLineId ?? inventoryWasteId ?? '')
    if (row) row.explanation = { gapG, reason, note }
  }
  const all = [...rows.values(), outside].map(settled)
  const of = (kind: ClosingRow['kind']) => totalsOf(all.filter((row) => row.kind === kind))
  return {
    rows: all,
    ...{ lines: of('line'), wastes: of('waste'), outside: of('outside') },
    unexplained: all.filter(({ state }) => state === 'open' || state === 'stale').length,
  }
}

export function noOutcomes(): OutcomeMasses {
  return Object.fromEntries(CLOSING_OUTCOMES.map((outcome) => [outcome, 0])) as OutcomeMasses
}

function emptyRow(
  kind: ClosingRow['kind'],
  id: string,
  of: Partial<Pick<ClosingRow, 'line' | 'waste' | 'surveyedG'>>,
): ClosingRow {
  return {
    ...{ id, kind, line: null, waste: null, surveyedG: null, handedOverG: 0, handovers: 0 },
    ...{ outcomes: noOutcomes(), declaredG: 0, gapG: null, explanation: null, state: 'outside' },
    ...of,
  }
}

function settled(row: ClosingRow): ClosingRow {
  if (row.surveyedG === null) return row
  const gapG = row.surveyedG - row.handedOverG - row.declaredG
  return { ...row, gapG, state: stateOf(gapG, row.explanation) }
}

function stateOf(gapG: number, explanation: ClosingRow['explanation']): RowState {
  if (gapG === 0) return 'balanced'
  if (!explanation) return 'open'
  return explanation.gapG === gapG ? 'explained' : 'stale'
}

/** The masses of several rows together. */
export function totalsOf(rows: readonly ClosingRow[]): ClosingTotals {
  const totals = { surveyedG: 0, handedOverG: 0, outcomes: noOutcomes(), declaredG: 0, gapG: 0 }
  for (const row of rows) {
    totals.surveyedG += row.surveyedG ?? 0
    totals.handedOverG += row.handedOverG
    totals.declaredG += row.declaredG
    totals.gapG += row.gapG ?? 0
    for (const outcome of CLOSING_OUTCOMES) totals.outcomes[outcome] += row.outcomes[outcome]
  }
  return totals
}

export type FamilyTotals = ClosingTotals & { material: MaterialType; lines: number }

/** The lines of a survey by family of material, the heaviest first. */
export function familiesOf(rows: readonly ClosingRow[]): FamilyTotals[] {
  const families = new Map<MaterialType, ClosingRow[]>()
  for (const row of rows) {
    if (row.line) families.set(row.line.material, [...(families.get(row.line.material) ?? []), row])
  }
  return [...families]
    .map(([material, of]) => ({ material, lines: of.length, ...totalsOf(of) }))
    .sort((a, b) => b.surveyedG - a.surveyedG || a.material.localeCompare(b.material))
}

import { z } from 'zod'
import { idField } from '~/schema/fields'
import { MOST_LABELS, SCAN_ACTS } from './model/label'
import { readScanned } from './model/scanned-text'
import type { SheetChoice } from './model/sheet-choice'
import { DEFAULT_FORMAT, SHEET_FORMAT_IDS } from './model/sheet-format'

/** A code as it is scanned or typed. */
export const codeField = z
  .string()
  .max(400)
  .transform((text, context) => {
    const scanned = readScanned(text)
    if (scanned.kind === 'code') return scanned.code
    context.addIssue({ code: 'custom', message: 'label-mistyped' })
    return z.NEVER
  })

const countField = z.coerce.number().int().min(1).max(MOST_LABELS)

/** A printing of blank labels. */
export const blankLabelsSchema = z.strictObject({
  batchId: idField,
  count: countField,
  format: z.enum(SHEET_FORMAT_IDS),
})

/** What is done on the page that a label opens. */
export const labelActSchema = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('claim'), lotId: idField }),
  z.strictObject({ intent: z.literal('counted'), scanId: idField }),
])

/** A label scanned in a count. */
export const scanSchema = z.strictObject({ scanId: idField, code: codeField })

/** What the address of a count says; a bad part of it is as if it were not there. */
export const countSchema = z.object({
  lot: idField.optional().catch(undefined),
  reservation: idField.optional().catch(undefined),
  acte: z.enum(SCAN_ACTS).catch('counted'),
})

const MOST_LOTS = 100

/** What the address of a sheet asks for; a bad part of it is as if it were not there. */
export const sheetSchema = z
  .object({
    lot: z.array(idField).max(MOST_LOTS).catch([]),
    chantier: idField.nullable().catch(null),
    planche: idField.nullable().catch(null),
    par: z.enum(['lot', 'piece']).catch('lot'),
    pieces: countField.nullable().catch(null),
    format: z.enum(SHEET_FORMAT_IDS).catch(DEFAULT_FORMAT),
    debut: z.coerce.number().int().min(1).max(100).catch(1),
  })
  .transform(({ lot, chantier, planche, par, pieces, format, debut }): SheetChoice => ({
    lotIds: [...new Set(lot)],
    siteId: chantier,
    batchId: planche,
    per: par,
    pieces,
    format,
    start: debut,
  }))

import { z } from 'zod'
import { LEDGER_REASONS, TRUCK_NAMES } from '~/core/ledger-terms'
import { MATERIAL_TYPES } from '~/core/material-types'

const hashField = z.string().regex(/^[0-9a-f]{64}$/)
const dayText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const codeField = z.string().max(5)

const headSchema = z.object({ day: dayText, seq: z.number().int().positive(), hash: hashField })

/** Heads that someone kept: a list of them, or one. */
export const publishedHeadsSchema = z.union([z.array(headSchema), headSchema.transform((head) => [head])])

const contentSchema = z.object({
  kind: z.enum(['handover', 'reversal', 'replacement']),
  handoverRef: hashField,
  correctsSeq: z.number().int().nullable(),
  correctionRef: hashField.nullable(),
  siteRef: hashField,
  fromCommuneCode: codeField,
  toCommuneCode: codeField.nullable(),
  material: z.enum(MATERIAL_TYPES),
  massG: z.number().int(),
  straightM: z.number().int().nullable(),
  netAvoidedGCo2e: z.number().int().nullable(),
  netLowGCo2e: z.number().int().nullable(),
  netHighGCo2e: z.number().int().nullable(),
  factorVersion: z.string().max(60).nullable(),
  truck: z.enum(TRUCK_NAMES).nullable(),
  emptyReturnPct: z.number().int().nullable(),
  handedOverOn: dayText,
  recordedAtMs: z.number().int(),
  reason: z.enum(LEDGER_REASONS).nullable(),
  decidedBy: z.enum(['team', 'both-sides']).nullable(),
})

/** The anonymised chain as it is downloaded. */
export const publicChainSchema = z.object({
  format: z.literal('gisement-ledger-1'),
  head: z.object({ seq: z.number().int(), hash: hashField }).nullable(),
  heads: z.array(headSchema),
  rows: z.array(
    z.object({
      seq: z.number().int(),
      digest: hashField,
      prevHash: hashField,
      hash: hashField,
      content: contentSchema.nullable(),
    }),
  ),
})

import { z } from 'zod'
import { AUDIT_ACTIONS, AUDIT_OUTCOMES } from '~/core/audit-terms'

const text = z.string().trim().max(100).catch('')
const day = z.iso.date().optional().catch(undefined)

/** The query of the audit log; a bad value falls back to none. */
export const auditSearchSchema = z.object({
  /** A name, an address, an account's id, an organisation's name. */
  qui: text,
  quoi: z.enum(AUDIT_ACTIONS).optional().catch(undefined),
  /** The id of the record acted upon, or the kind of record. */
  objet: text,
  du: day,
  au: day,
  issue: z.enum(AUDIT_OUTCOMES).optional().catch(undefined),
  /** Rows older than this one. */
  avant: z.coerce.number().int().positive().optional().catch(undefined),
})

export const ownActivitySchema = auditSearchSchema.pick({ avant: true })

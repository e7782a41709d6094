import { z } from 'zod'
import { MATERIAL_TYPES } from '~/core/material-types'
import { MEMBERSHIP_ROLES, ORGANISATION_KINDS } from '~/features/organisations/model/organisation'
import { communeCodeField, emailField, idField, textField } from '~/schema/fields'
import { ACCOUNT_STATES, ROLE_FILTERS } from './model/account'
import { ORGANISATION_STATES } from './model/organisation-entry'

const textSearch = z.string().trim().max(100).catch('')
const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1)

/** Queries of the administration's lists; a bad value falls back to the default. */
export const accountSearchSchema = z.object({
  q: textSearch,
  role: z.enum(ROLE_FILTERS).optional().catch(undefined),
  etat: z.enum(ACCOUNT_STATES).optional().catch(undefined),
  page: pageNumber,
})
export const organisationSearchSchema = z.object({
  q: textSearch,
  nature: z.enum(ORGANISATION_KINDS).optional().catch(undefined),
  etat: z.enum(ORGANISATION_STATES).optional().catch(undefined),
  page: pageNumber,
})
export const agentSearchSchema = z.object({
  commune: communeCodeField.optional().catch(undefined),
})

export const planSearchSchema = z.object({
  commune: communeCodeField.optional().catch(undefined),
  materiau: z.enum(MATERIAL_TYPES).optional().catch(undefined),
  critique: z.literal('oui').optional().catch(undefined),
  fait: z.literal('propose').optional().catch(undefined),
  page: pageNumber,
})
export const planActionSchema = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('remake') }),
  z.strictObject({ intent: z.literal('propose'), lotId: idField, needId: idField }),
])

/** Why something is closed or opened again: told to the person, kept with the event. */
const reasonField = textField(500, 5)
export const suspendSchema = z.strictObject({ intent: z.literal('suspend'), reason: reasonField })
export const resetFactorsSchema = z.strictObject({
  intent: z.literal('reset-factors'),
  factorReason: reasonField,
})
export const restoreSchema = z.strictObject({ intent: z.literal('restore'), reason: reasonField })

export const inviteAgentSchema = z.strictObject({
  intent: z.literal('agent'),
  communeCode: communeCodeField,
  email: emailField,
  role: z.enum(MEMBERSHIP_ROLES),
})
export const inviteAdminSchema = z.strictObject({ intent: z.literal('admin'), email: emailField })
export const withdrawOfficialSchema = z.strictObject({
  intent: z.literal('withdraw'),
  organisationId: idField,
  email: emailField,
})

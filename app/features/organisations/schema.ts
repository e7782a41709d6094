import { z } from 'zod'
import { communeCodeField, emailField, idField, siretField, textField } from '~/schema/fields'
import { MEMBERSHIP_ROLES, SELF_FOUNDED_KINDS, SIDES } from './model/organisation'

export const organisationSchema = z.strictObject({
  intent: z.literal('organisation'),
  organisation: textField(120),
  siret: siretField,
  kind: z.enum(SELF_FOUNDED_KINDS),
  sides: z.array(z.enum(SIDES)).min(1),
  communeCode: communeCodeField,
})

export const inviteSchema = z.strictObject({
  intent: z.literal('invite'),
  email: emailField,
  role: z.enum(MEMBERSHIP_ROLES),
})

export const withdrawSchema = z.strictObject({ intent: z.literal('withdraw'), email: emailField })

export const memberRoleSchema = z.strictObject({
  intent: z.literal('role'),
  userId: idField,
  role: z.enum(MEMBERSHIP_ROLES),
})

export const leaveSchema = z.strictObject({ intent: z.literal('leave') })

export const removeMemberSchema = z.strictObject({ intent: z.literal('remove'), userId: idField })

export const photoAnalysisSchema = z.strictObject({
  intent: z.literal('photo-analysis'),
  /** Ticked: no photo is analysed. */
  refuses: z.literal('yes').optional(),
})

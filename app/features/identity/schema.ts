import { z } from 'zod'
import { LOCALES } from '~/core/locale'
import { SELF_FOUNDED_KINDS, SIDES } from '~/features/organisations/model/organisation'
import {
  communeCodeField,
  emailField,
  idField,
  newPasswordField,
  phoneField,
  siretField,
  textField,
} from '~/schema/fields'

export const signInSchema = z.strictObject({
  email: emailField,
  password: z.string().min(1).max(200),
  next: z.string().max(500).optional(),
})

export const demoSignInSchema = z.strictObject({
  email: z.string().max(200),
  next: z.string().max(500).optional(),
})

export const proConnectSchema = z.strictObject({ next: z.string().max(500).optional() })

export const foundByProConnectSchema = z.strictObject({
  intent: z.literal('found'),
  organisation: textField(120),
  siret: siretField,
  kind: z.enum(SELF_FOUNDED_KINDS),
  sides: z.array(z.enum(SIDES)).min(1),
  communeCode: communeCodeField,
})

/** How somebody whom ProConnect proved comes to an organisation. */
export const joinByProConnectSchema = z.discriminatedUnion('intent', [
  foundByProConnectSchema,
  z.strictObject({ intent: z.literal('ask') }),
  z.strictObject({ intent: z.literal('invited') }),
])

export const linkProConnectSchema = z.strictObject({
  intent: z.enum(['proconnect-link', 'proconnect-unlink']),
  currentPassword: z.string().min(1).max(200),
})

export const answerMembershipSchema = z.strictObject({
  intent: z.literal('membership'),
  userId: idField,
  decision: z.enum(['accepted', 'refused']),
})

export const signUpSchema = z.strictObject({
  id: idField,
  name: textField(120),
  email: emailField,
  password: newPasswordField,
  phone: phoneField.optional(),
  organisation: textField(120),
  siret: siretField,
  kind: z.enum(SELF_FOUNDED_KINDS),
  sides: z.array(z.enum(SIDES)).min(1),
  communeCode: communeCodeField,
})

export const emailSchema = z.strictObject({ email: emailField })

export const newPasswordSchema = z.strictObject({ password: newPasswordField })

export const profileSchema = z.strictObject({
  intent: z.literal('profile'),
  name: textField(120),
  phone: phoneField.optional(),
  locale: z.enum(LOCALES),
})

export const changeEmailSchema = z.strictObject({
  intent: z.literal('email'),
  email: emailField,
  currentPassword: z.string().min(1).max(200),
})

export const changePasswordSchema = z.strictObject({
  intent: z.literal('password'),
  currentPassword: z.string().min(1).max(200),
  password: newPasswordField,
})

export const endSessionSchema = z.strictObject({ intent: z.literal('session'), session: z.string().max(100) })

export const switchOrganisationSchema = z.strictObject({
  intent: z.literal('organisation'),
  organisationId: idField,
})

/** Accepting with the account that the address has: its password. */
export const joinSchema = z.strictObject({ password: z.string().min(1).max(200) })

/** Accepting with a new account. */
export const joinAsNewSchema = z.strictObject({ name: textField(120), password: newPasswordField })

/** Accepting with the account that is signed in: nothing to give. */
export const joinSignedInSchema = z.strictObject({ intent: z.literal('join') })

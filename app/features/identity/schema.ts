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

/** What an authenticator answered, as the browser writes it (WebAuthn level 3, JSON forms). */
const blob = z.string().min(1).max(20_000)
const transports = z.array(z.string().max(20)).max(10)
const assertionJson = z.object({
  id: blob,
  rawId: blob,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
  response: z.object({
    clientDataJSON: blob,
    authenticatorData: blob,
    signature: blob,
    userHandle: z.string().max(200).optional(),
  }),
})
const attestationJson = z.object({
  id: blob,
  rawId: blob,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
  response: z.object({ clientDataJSON: blob, attestationObject: blob, transports: transports.optional() }),
})

/** A field that holds JSON of a shape. */
function jsonField<Shape extends z.ZodType>(shape: Shape) {
  return z
    .string()
    .max(40_000)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: 'invalid_value' })
        return z.NEVER
      }
    })
    .pipe(shape)
}

export const passkeySignInSchema = z.strictObject({
  response: jsonField(assertionJson),
  next: z.string().max(500).optional(),
})
export const passkeyOptionsSchema = z.strictObject({
  purpose: z.enum(['sign-in', 'step', 'confirm', 'register']),
})

const codeField = z.string().trim().min(1).max(60)
/** The second step, or the proof of who one is, by a passkey. */
export const passkeyProofSchema = z.strictObject({
  intent: z.literal('passkey'),
  response: jsonField(assertionJson),
})
export const codeSchema = z.strictObject({ intent: z.literal('code'), code: codeField })
/** «Confirmez que c’est vous»: what the person does not have is left empty. */
export const confirmIdentitySchema = z.strictObject({
  intent: z.literal('confirm'),
  password: z.string().max(200).default(''),
  code: z.string().trim().max(60).default(''),
})

export const addTotpSchema = z.strictObject({
  intent: z.literal('totp'),
  setup: z.string().min(1).max(500),
  code: codeField,
})
export const addPasskeySchema = z.strictObject({
  intent: z.literal('passkey'),
  response: jsonField(attestationJson),
  name: textField(60),
})
export const removeFactorSchema = z.strictObject({
  intent: z.literal('remove'),
  factor: z.string().min(1).max(2000),
})
export const renamePasskeySchema = z.strictObject({
  intent: z.literal('rename'),
  factor: z.string().min(1).max(2000),
  name: textField(60),
})
export const renewCodesSchema = z.strictObject({ intent: z.literal('codes') })

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

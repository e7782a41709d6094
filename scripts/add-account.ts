/**
 * Creates an account from the command line, as the owner of a new organisation:
 * `ACCOUNT_PASSWORD=… npm run account:add -- --email … --name … --organisation … --kind company --gives --takes --commune 93048 --siret …`
 */
import process from 'node:process'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { loadReferenceCommunes } from '~/features/communes/commands/load-reference.server'
import { createAccount } from '~/features/identity/commands/create-account.server'
import { migrateDatabase, openDatabase } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { siretField } from '~/schema/fields'

const optionsSchema = z.strictObject({
  email: z.string().trim().toLowerCase().pipe(z.email()),
  name: z.string().trim().min(1).max(120),
  organisation: z.string().trim().min(1).max(120),
  kind: z.enum(['company', 'association', 'commune', 'metropole']),
  gives: z.boolean().default(false),
  takes: z.boolean().default(false),
  commune: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
  siret: siretField.optional(),
  password: z.string().min(12, 'Set ACCOUNT_PASSWORD to 12 characters or more').max(200),
})

async function main(): Promise<void> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: {
      ...{ email: text, name: text, organisation: text, kind: text, commune: text, siret: text },
      gives: { type: 'boolean' },
      takes: { type: 'boolean' },
    },
  })
  const parsed = optionsSchema.safeParse({ ...values, password: process.env.ACCOUNT_PASSWORD ?? '' })
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error))
  const { email, name, password, organisation, kind, gives, takes, commune, siret } = parsed.data
  const open = openDatabase(env().databaseFile)
  migrateDatabase(open)
  await loadReferenceCommunes()
  const created = await createAccount({
    ...{ email, name, password },
    organisation: {
      ...{ name: organisation, kind, isGiver: gives, isTaker: takes },
      siret: siret ?? null,
      communeCode: commune ?? null,
    },
  })
  open.close()
  if (!created.ok && created.error.code === 'siret-known') {
    throw new Error(`An organisation with the SIRET ${siret ?? ''} exists already.`)
  }
  if (!created.ok) throw new Error(`An account with the address ${email} exists already.`)
  console.log(`Account created for ${email}.`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})

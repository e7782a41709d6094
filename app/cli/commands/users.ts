import { randomBytes } from 'node:crypto'
import process from 'node:process'
import { z } from 'zod'
import { paths } from '~/core/paths'
import type { DomainErrorCode, Result } from '~/core/result'
import { listAccounts } from '~/features/administration/queries/accounts.server'
import { findCommune } from '~/features/communes/queries.server'
import { createAccount } from '~/features/identity/commands/create-account.server'
import {
  appointByOperator,
  closeByOperator,
  makePasswordLink,
  reopenByOperator,
} from '~/features/identity/commands/operate-account.server'
import { ORGANISATION_KINDS } from '~/features/organisations/model/organisation'
import { rolesOf } from '~/features/organisations/model/permissions'
import { env } from '~/platform/env.server'
import { emailField, siretField, textField } from '~/schema/fields'
import { EXIT, type CliCommand, type Exit, type Output, type Values } from '../dispatch'
import { JSON_OUT } from '../options'
import { withDatabase } from '../with-database.server'

const EMAIL = { type: 'string', value: 'address', help: 'The address of the account.' } as const
const REASON = { type: 'string', value: 'text', help: 'Why, as the person will read it.' } as const

export const USER_COMMANDS: readonly CliCommand[] = [
  command('list', 'Lists accounts, the newest first.', { json: JSON_OUT }, runList),
  command(
    'add',
    'Creates an account that owns a new organisation. Its password is ACCOUNT_PASSWORD, or a link is made.',
    {
      email: EMAIL,
      name: { type: 'string', value: 'name', help: 'Of the person.' },
      organisation: { type: 'string', value: 'name', help: 'Of the organisation.' },
      kind: { type: 'string', value: 'kind', help: `${ORGANISATION_KINDS.join(', ')}.` },
      gives: { type: 'boolean', help: 'It gives materials.' },
      takes: { type: 'boolean', help: 'It takes materials.' },
      commune: { type: 'string', value: 'INSEE', help: 'Where it is, or the commune of an agent.' },
      siret: { type: 'string', value: 'number', help: 'Fourteen digits.' },
      json: JSON_OUT,
    },
    runAdd,
  ),
  command(
    'link',
    'Makes a link to a new password, valid for one hour.',
    { email: EMAIL, json: JSON_OUT },
    runLink,
  ),
  command(
    'suspend',
    'Closes an account; the person is told why.',
    { email: EMAIL, reason: REASON },
    runSuspend,
  ),
  command('restore', 'Opens a closed account again.', { email: EMAIL, reason: REASON }, runReopen),
  command(
    'appoint',
    'Makes a person an agent of a commune, or one of the Métropole’s team.',
    {
      email: EMAIL,
      commune: { type: 'string', value: 'INSEE', help: 'The commune; without it, the Métropole’s team.' },
      owner: { type: 'boolean', help: 'They manage its members as well.' },
    },
    runAppoint,
  ),
]

function command(
  verb: string,
  summary: string,
  options: CliCommand['options'],
  run: CliCommand['run'],
): CliCommand {
  return {
    noun: 'user',
    verb,
    summary,
    options,
    run: (values, output) => withDatabase({}, output, () => run(values, output)),
  }
}

const addSchema = z.object({
  email: emailField,
  name: textField(120),
  organisation: textField(120),
  kind: z.enum(ORGANISATION_KINDS),
  gives: z.boolean().default(false),
  takes: z.boolean().default(false),
  commune: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
  siret: siretField.optional(),
})
const passwordSchema = z.string().min(12, 'ACCOUNT_PASSWORD has fewer than 12 characters').max(200).optional()
const emailSchema = z.object({ email: emailField })
const closingSchema = z.object({ email: emailField, reason: textField(500) })
const appointSchema = z.object({
  email: emailField,
  commune: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
  owner: z.boolean().default(false),
})

async function runList(values: Values, output: Output): Promise<Exit> {
  const accounts = (await listAccounts()).map(
    ({ email, name, suspendedAtMs, organisations, createdAtMs }) => ({
      ...{ email, name, isSuspended: suspendedAtMs !== null, createdAt: new Date(createdAtMs).toISOString() },
      organisations: organisations.map((one) => ({
        name: one.name,
        membership: one.membership,
        roles: roles(one),
      })),
    }),
  )
  if (values.json === true) output.out(JSON.stringify(accounts, null, 2))
  for (const { email, name, isSuspended, organisations } of values.json === true ? [] : accounts) {
    const parts = organisations.map((one) => `${one.name} (${[one.membership, ...one.roles].join(', ')})`)
    output.out(`${email}  ${name}${isSuspended ? '  SUSPENDED' : ''}  ${parts.join('; ')}`)
  }
  return EXIT.done
}

function roles(organisation: { kind: string; isGiver: boolean; isTaker: boolean }) {
  const kind = ORGANISATION_KINDS.find((one) => one === organisation.kind)
  return kind ? rolesOf({ ...organisation, kind }) : []
}

async function runAdd(values: Values, output: Output): Promise<Exit> {
  const given = parse(addSchema, values, output)
  const chosen = passwordSchema.safeParse(process.env.ACCOUNT_PASSWORD || undefined)
  if (!chosen.success) output.err(z.prettifyError(chosen.error))
  if (!given || !chosen.success) return EXIT.usage
  const { email, name, organisation, kind, gives, takes, commune, siret } = given
  if (commune && !(await findCommune(commune))) return unknownCommune(commune, output)
  const created = await createAccount({
    ...{ email, name, password: chosen.data ?? randomBytes(32).toString('base64url') },
    organisation: {
      ...{ name: organisation, kind, isGiver: gives, isTaker: takes },
      ...{ siret: siret ?? null, communeCode: commune ?? null },
    },
  })
  if (!created.ok) return refuse(created, output)
  if (chosen.data === undefined) return makeLink(email, values, output)
  if (values.json === true) output.out(JSON.stringify({ ok: true, email, ...created.value }))
  else output.out(`Account created for ${email}.`)
  return EXIT.done
}

async function runLink(values: Values, output: Output): Promise<Exit> {
  const given = parse(emailSchema, values, output)
  return given ? makeLink(given.email, values, output) : EXIT.usage
}

async function makeLink(email: string, values: Values, output: Output): Promise<Exit> {
  const made = await makePasswordLink(email)
  if (!made.ok) return refuse(made, output)
  const url = env().publicUrl + paths.newPassword(made.value.token)
  const until = new Date(made.value.expiresAtMs).toISOString()
  if (values.json === true) output.out(JSON.stringify({ ok: true, email, url, until }))
  else output.out(`${email} chooses a password here until ${until}:\n${url}`)
  return EXIT.done
}

async function runSuspend(values: Values, output: Output): Promise<Exit> {
  const given = parse(closingSchema, values, output)
  if (!given) return EXIT.usage
  return tell(await closeByOperator(given.email, given.reason), `${given.email} is closed.`, output)
}

async function runReopen(values: Values, output: Output): Promise<Exit> {
  const given = parse(closingSchema, values, output)
  if (!given) return EXIT.usage
  return tell(await reopenByOperator(given.email, given.reason), `${given.email} is open again.`, output)
}

async function runAppoint(values: Values, output: Output): Promise<Exit> {
  const given = parse(appointSchema, values, output)
  if (!given) return EXIT.usage
  const commune = given.commune === undefined ? null : await findCommune(given.commune)
  if (given.commune !== undefined && !commune) return unknownCommune(given.commune, output)
  const role = given.owner ? 'owner' : 'member'
  const where = commune?.name ?? 'the Métropole’s team'
  return tell(
    await appointByOperator({ email: given.email, role, commune }),
    `${given.email}: ${where}.`,
    output,
  )
}

function parse<Shape extends z.ZodType>(
  schema: Shape,
  values: Values,
  { err }: Output,
): z.output<Shape> | null {
  const parsed = schema.safeParse(values)
  if (parsed.success) return parsed.data
  for (const { path, message } of parsed.error.issues) err(`--${path.join('.')}: ${message}`)
  return null
}

function tell(result: Result<unknown>, sentence: string, output: Output): Exit {
  if (!result.ok) return refuse(result, output)
  output.out(sentence)
  return EXIT.done
}

const REFUSALS: Partial<Record<DomainErrorCode, string>> = {
  'not-found': 'There is no such account, or no organisation of the Métropole yet: gisement user list.',
  conflict: 'It is so already, or the address is in use: gisement user list.',
  'siret-known': 'An organisation with this SIRET exists already.',
  'last-admin': 'The Métropole’s last open account stays open: appoint another first.',
  'account-is-closed': 'The account is closed: gisement user restore opens it.',
  'organisation-closed': 'The organisation is suspended.',
}

function refuse(result: Extract<Result<unknown>, { ok: false }>, { err }: Output): Exit {
  err(REFUSALS[result.error.code] ?? `Refused: ${result.error.code}.`)
  return EXIT.wrong
}

function unknownCommune(code: string, { err }: Output): Exit {
  err(`${code} is no commune of the Métropole du Grand Paris.`)
  return EXIT.usage
}

import { readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { errors } from '~/messages/errors'

type Schema = { feature: string; name: string; schema: z.ZodType }
type Json = z.core.JSONSchema.BaseSchema

/** The schemas of the features, by the name that their file gives them. */
async function listSchemas(root: string): Promise<Schema[]> {
  const features = readdirSync(path.join(root, 'app/features')).sort()
  const found: Schema[] = []
  for (const feature of features) {
    const file = path.join(root, 'app/features', feature, 'schema.ts')
    if (!readdirSync(path.dirname(file)).includes('schema.ts')) continue
    const exported = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Record<string, unknown>
    for (const [name, schema] of Object.entries(exported)) {
      if (schema instanceof z.ZodType && name.endsWith('Schema')) found.push({ feature, name, schema })
    }
  }
  // Modules give their exports in an order that depends on who loads them.
  return found.sort((a, b) => order(`${a.feature} ${a.name}`, `${b.feature} ${b.name}`))
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** What a field of a form may hold, in few words. */
function ruleOf(field: Json): string {
  const { type, enum: choices, minLength, maxLength, minimum, maximum, pattern, format, items } = field
  const choice = field.anyOf ?? field.oneOf
  if (field.const !== undefined) return `«${String(field.const)}»`
  if (choices) return choices.length > 12 ? `one of ${choices.length}` : `one of ${choices.join(', ')}`
  if (choice) return choice.map((one) => ruleOf(one)).join(' or ')
  if (type === 'array') {
    const [least, most] = [field.minItems ?? 0, field.maxItems ?? 'any number']
    return `${least} to ${most} of: ${ruleOf(items as Json)}`
  }
  const parts: string[] = [String(format ?? type ?? 'text, read and checked')]
  if (minLength !== undefined || maxLength !== undefined) {
    parts.push(`${minLength ?? 0} to ${maxLength ?? 'any number of'} characters`)
  }
  if (minimum !== undefined || maximum !== undefined) {
    const least = minimum === undefined || minimum <= Number.MIN_SAFE_INTEGER ? 'any' : minimum
    const most = maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? 'any' : maximum
    parts.push(`${least} to ${most}`)
  }
  if (pattern !== undefined && format === undefined) parts.push(`\`${pattern}\``)
  return parts.join(', ')
}

function fieldsOf(json: Json): string[] {
  const branches = json.anyOf ?? json.oneOf
  if (branches) return branches.flatMap((one) => fieldsOf(one))
  const required = new Set(json.required)
  return Object.entries(json.properties ?? {}).map(([name, field]) => {
    const rule = ruleOf(field as Json).replaceAll('|', '\\|')
    return `| \`${name}\` | ${required.has(name) ? 'yes' : ''} | ${rule} |`
  })
}

/** The rules of what people send, as Markdown before prettier. */
export async function inputRulesPaper(root: string): Promise<string> {
  const schemas = await listSchemas(root)
  const sections = schemas.map(({ feature, name, schema }) => {
    const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json
    const lines = [...new Set(fieldsOf(json))]
    return [
      `### ${feature}: ${name}`,
      ['| field | needed | rule |', '| --- | --- | --- |', ...lines].join('\n'),
    ].join('\n\n')
  })
  return [
    '# Rules of input',
    'ASVS 2.1.1: made by `npm run asvs` from the schemas that read every form and address (`app/features/*/schema.ts`, zod). A field that no schema names is refused; a field that comes twice where one is meant is refused; texts are trimmed where they are names, and taken as they are where they are passwords. Figures are read as people write them («1 234,5») and kept as whole thousandths, grams or cents.',
    '## Fields',
    ...sections,
    '## Answers that must fit together',
    'ASVS 2.1.2: held against one another in the schema where the answers of one form suffice, and by the command, inside its transaction, where the database is needed. Each has its sentence, in the field’s place:',
    together(),
  ].join('\n\n')
}

/** Every sentence that a refusal may give: of a field, and of a command. */
function together(): string {
  const lines = Object.entries(errors.sentences.en ?? {}).flatMap(([code, sentence]) =>
    typeof sentence === 'string' ? [`| \`${code}\` | ${sentence.replaceAll('|', '\\|')} |`] : [],
  )
  return ['| code | what is said |', '| --- | --- |', ...lines.sort()].join('\n')
}

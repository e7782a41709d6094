import { GRANTS, type Grant, type Rights, type WriteGrants } from './grants'
import { PARTS } from './matrix/matrix'
import { PERSONAS } from './persona-names'

const HEAD = `# Who may do what, address by address

Made from the matrix in \`tests/support/authorisation/matrix\`, which \`tests/integration/authorisation.test.ts\` holds the product to: every route of \`app/routes.ts\` is asked over HTTP by everyone below, for a record of the one and for another's, and every form of every page is posted by everyone who may not. Whoever is refused gets what they would get if the record did not exist (404, 403 for those whose role never may, or the way to sign in), and no row changes. Reading changes nothing. Do not edit this page: \`UPDATE_AUTHORISATION=1 npx vitest run app/http/guards.test.ts\` writes it.

Asked by:
`

/** The page of the matrix for people who read rather than run. */
export function authorisationPage(): string {
  const people = Object.values(PERSONAS).map((text) => `- ${text}`)
  const parts = Object.entries(PARTS).map(([title, rows]) => partOf(title, rows))
  return `${HEAD}\n${people.join('\n')}\n\n${parts.join('\n\n')}\n`
}

function partOf(title: string, rows: Readonly<Record<string, Rights>>): string {
  const lines = Object.entries(rows).map(([pattern, { read, write, note = '' }]) => [
    `\`${pattern}\``,
    read ? named(read) : '–',
    write ? written(write) : '–',
    note,
  ])
  const table = [['address', 'read', 'post', 'note'], ...lines]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((cells) => cells[column]!.length)))
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`
  const rule = row(widths.map((width) => '-'.repeat(width)))
  return [`## ${title}`, '', row(table[0]!), rule, ...table.slice(1).map(row)].join('\n')
}

function named(grants: readonly Grant[]): string {
  return grants.length === 0 ? 'nobody' : grants.map((grant) => GRANTS[grant].text).join(', ')
}

function written(write: WriteGrants): string {
  if (!('else' in write)) return named(write)
  const { else: rest, ...intents } = write
  const told = Object.entries(intents).map(([intent, grants]) => `\`${intent}\`: ${named(grants)}`)
  return [...told, `others: ${named(rest)}`].join('; ')
}

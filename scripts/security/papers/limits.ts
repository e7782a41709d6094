import ts from 'typescript'
import { LIMITS, type Limit } from '~/core/limits'
import type { Source } from '../sources/read-sources'
import { said } from './sessions'

/** A number that the code names and explains. */
type Bound = { name: string; value: number; about: string; file: string }

const NAMES = /(^|_)(MOST|MAX|MIN|LEAST|LONGEST|SHORTEST|LIMIT|MS|DAYS|BYTES|PER|KEPT|TERM|AT|CHARS)(_|$)/

/** The named bounds of the features and the edge, each with the sentence that stands above it. */
function boundsIn(sources: readonly Source[]): Bound[] {
  const wanted = sources.filter(
    ({ file }) => /^app\/(core|features|http|schema|server|platform)\//.test(file) && !file.includes('/ui/'),
  )
  return wanted.flatMap(({ file, tree }) =>
    tree.statements.filter(ts.isVariableStatement).flatMap((statement) =>
      statement.declarationList.declarations.flatMap((declaration) => {
        const name = declaration.name.getText(tree)
        const value = valueOf(declaration.initializer)
        const about = sentenceAbove(statement, tree)
        return NAMES.test(name) && name !== 'DAYS_TO_EPOCH' && value !== null && about !== ''
          ? [{ name, value, about, file }]
          : []
      }),
    ),
  )
}

/** The number of an expression of figures; null for anything else. */
function valueOf(expression: ts.Expression | undefined): number | null {
  if (!expression) return null
  if (ts.isNumericLiteral(expression)) return Number(expression.text)
  if (ts.isParenthesizedExpression(expression)) return valueOf(expression.expression)
  if (!ts.isBinaryExpression(expression)) return null
  const [left, right] = [valueOf(expression.left), valueOf(expression.right)]
  if (left === null || right === null) return null
  const { kind } = expression.operatorToken
  if (kind === ts.SyntaxKind.AsteriskToken) return left * right
  if (kind === ts.SyntaxKind.AsteriskAsteriskToken) return left ** right
  if (kind === ts.SyntaxKind.PlusToken) return left + right
  return kind === ts.SyntaxKind.MinusToken ? left - right : null
}

function sentenceAbove(statement: ts.Statement, tree: ts.SourceFile): string {
  const [comment] = (ts.getLeadingCommentRanges(tree.text, statement.pos) ?? []).slice(-1)
  const text = comment ? tree.text.slice(comment.pos, comment.end) : ''
  if (!text.startsWith('/**')) return ''
  return text
    .replace(/^\/\*\*|\*\/$/g, '')
    .replace(/^\s*\* ?/gm, ' ')
    .replace(/@\w+.*$/s, '')
    .replace(/\s+/g, ' ')
    .replaceAll('|', '\\|')
    .trim()
}

/** What the product holds people, organisations and itself to, as Markdown before prettier. */
export function limitsPaper(sources: readonly Source[]): string {
  const bounds = boundsIn(sources)
  const places = [...new Set(bounds.map(({ file }) => placeOf(file)))].sort()
  return [
    '# Limits',
    'ASVS 2.1.3: made by `npm run asvs` from the numbers that the code names, each with the sentence that stands above it there. Limits of the ways in and their counts are first; then those of each feature (per lot, need, file, person or organisation, as their sentence says) and of the whole process (`server`, `platform`).',
    '## How often',
    [
      '| way | per | most | within |',
      '| --- | --- | ---: | --- |',
      ...Object.entries(LIMITS as Record<string, readonly Limit[]>).flatMap(([way, limits]) =>
        limits.map(({ per, most, withinMs }) => `| ${way} | ${per} | ${most} | ${said(withinMs)} |`),
      ),
    ].join('\n'),
    ...places.map((place) =>
      [
        `## ${place}`,
        [
          '| | | what |',
          '| --- | ---: | --- |',
          ...bounds
            .filter(({ file }) => placeOf(file) === place)
            .map(({ name, value, about }) => `| \`${name}\` | ${value.toLocaleString('en')} | ${about} |`),
        ].join('\n'),
      ].join('\n\n'),
    ),
    'Rules that hold several things together (a part of a lot is never more than is free; a handover is complete when both sides signed the same mass; the last owner of an organisation stays) are refusals of commands: [rules of input](input-rules.md) lists their sentences.',
  ].join('\n\n')
}

/** `features/lots` for what a feature holds, the folder for the rest. */
function placeOf(file: string): string {
  const [, folder = '', feature = ''] = file.split('/')
  return folder === 'features' ? `features/${feature}` : folder
}

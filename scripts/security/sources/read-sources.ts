import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** A source of the product, parsed. The file is relative to the repository. */
export type Source = { file: string; tree: ts.SourceFile }

/** A call or a `new`: what is called, as written («fs.open»), its last word, and what it is given. */
export type Call = {
  file: string
  callee: string
  name: string
  isNew: boolean
  args: readonly ts.Expression[]
}

const CODE = /\.(ts|tsx)$/
const TEST = /\.test\.tsx?$/

/** Every source of what runs in production, tests left out: `app` and the tables of `db`. */
export function readSources(root: string): Source[] {
  return ['app', 'db/sqlite', 'db/reference'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && CODE.test(entry.name) && !TEST.test(entry.name))
      .map((entry) => {
        const place = path.join(entry.parentPath, entry.name)
        const file = path.relative(root, place).replaceAll(path.sep, '/')
        const text = readFileSync(place, 'utf8')
        const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
        return { file, tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, kind) }
      }),
  )
}

/** What a walk through all sources found. */
export type Found = {
  calls: Call[]
  /** Modules that files import at their head, by name as written; those of types alone left out. */
  imports: { file: string; module: string }[]
  /** Names that are used: of variables, properties and attributes of elements. */
  words: { file: string; word: string }[]
}

export function findIn(sources: readonly Source[]): Found {
  const found: Found = { calls: [], imports: [], words: [] }
  for (const { file, tree } of sources) {
    const visit = (node: ts.Node): void => {
      note(found, file, node, tree)
      ts.forEachChild(node, visit)
    }
    visit(tree)
  }
  return found
}

function note({ calls, imports, words }: Found, file: string, node: ts.Node, tree: ts.SourceFile): void {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    const callee = node.expression.getText(tree)
    const name = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : callee
    calls.push({ file, callee, name, isNew: ts.isNewExpression(node), args: [...(node.arguments ?? [])] })
  }
  const isImport = ts.isImportDeclaration(node) && node.importClause?.isTypeOnly !== true
  if (isImport && ts.isStringLiteral(node.moduleSpecifier)) {
    imports.push({ file, module: node.moduleSpecifier.text })
  }
  if (ts.isIdentifier(node)) words.push({ file, word: node.text })
}

/** The text of an expression that is written out, with nothing put into it; null for any other. */
export function writtenOut(expression: ts.Expression | undefined): string | null {
  return expression && ts.isStringLiteralLike(expression) ? expression.text : null
}

/** The files of a list, each once, in order. */
export function filesOf(list: readonly { file: string }[]): string[] {
  return [...new Set(list.map(({ file }) => file))].sort()
}

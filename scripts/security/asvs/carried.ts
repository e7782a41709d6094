import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** A test's title or a document's line that carries numbers of requirements. Files are relative to the repository. */
export type Carried = { ids: readonly string[]; title: string; file: string }

const TITLE = /(['"`])ASVS (\d+\.\d+\.\d+(?:, \d+\.\d+\.\d+)*): ((?:\\.|(?!\1)[^\\\n])*)\1/g
const LINE = /^.*\bASVS (?:5\.0\.0 )?(\d+\.\d+\.\d+(?:, \d+\.\d+\.\d+)*).*$/gm
const TESTS = /\.(test|spec)\.tsx?$/
/** The page itself, and the test that makes titles up. */
const LEFT_OUT = ['docs/security/asvs.md', 'scripts/security/asvs.test.ts']

/** Titles of tests in a source that begin with «ASVS» and numbers. */
export function titlesIn(source: string): Omit<Carried, 'file'>[] {
  return [...source.matchAll(TITLE)].map(([, , ids = '', title = '']) => ({
    ids: ids.split(', '),
    title: title.replaceAll(/\\(.)/g, '$1'),
  }))
}

/** Numbers that a document says it answers, by the heading or sentence that names them. */
function linesIn(text: string): Omit<Carried, 'file'>[] {
  return [...text.matchAll(LINE)].map(([line, ids = '']) => ({ ids: ids.split(', '), title: line.trim() }))
}

/** Everything that carries a number: tests of the whole repository. */
export function carriedByTests(root: string): Carried[] {
  const files = ['app', 'db', 'scripts', 'tests'].flatMap((folder) => filesUnder(root, folder))
  return read(
    root,
    files.filter((file) => TESTS.test(file)),
    titlesIn,
  )
}

/** Everything that carries a number: documents of the repository. */
export function carriedByDocuments(root: string): Carried[] {
  return read(
    root,
    filesUnder(root, 'docs').filter((file) => file.endsWith('.md')),
    linesIn,
  )
}

function read(root: string, files: readonly string[], find: typeof titlesIn): Carried[] {
  return files
    .filter((file) => !LEFT_OUT.includes(file))
    .sort()
    .flatMap((file) =>
      find(readFileSync(path.join(root, file), 'utf8')).map((carried) => ({ ...carried, file })),
    )
}

function filesUnder(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
}

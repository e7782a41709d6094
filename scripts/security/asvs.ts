// `npm run asvs`: writes what docs/security holds of the code and of the titles of the tests.
import { mkdirSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import * as prettier from 'prettier'
import { carriedByDocuments, carriedByTests } from './asvs/carried'
import { asvsPage, unknownNumbers } from './asvs/page'
import { securityPapers } from './papers/papers'

/** Long tables: prettier would take seconds to align them, in each run of the tests (`.prettierignore`). */
const AS_THEY_ARE = new Set(['input-rules.md', 'limits.md'])

const pretty = (text: string) => prettier.format(text, { parser: 'markdown', printWidth: 110 })

/** The page of a repository. @throws Error when a test carries a number that the standard does not have */
export async function renderAsvs(root: string): Promise<string> {
  const tests = carriedByTests(root)
  const unknown = unknownNumbers(tests)
  if (unknown.length > 0) throw new Error(`ASVS 5.0.0 has no such number: ${unknown.join(', ')}`)
  return pretty(asvsPage(tests, carriedByDocuments(root), root))
}

/** The documents that are made from the code, by file name. */
export async function renderPapers(root: string): Promise<Record<string, string>> {
  const papers = await securityPapers(root)
  const written = Object.entries(papers).map(async ([name, text]) => {
    return [name, AS_THEY_ARE.has(name) ? `${text}\n` : await pretty(text)] as const
  })
  return Object.fromEntries(await Promise.all(written))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const folder = `${root}docs/security`
  mkdirSync(folder, { recursive: true })
  // The page reads the numbers that these carry.
  for (const [name, text] of Object.entries(await renderPapers(root)))
    writeFileSync(`${folder}/${name}`, text)
  writeFileSync(`${folder}/asvs.md`, await renderAsvs(root))
}

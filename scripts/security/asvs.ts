// `npm run asvs`: writes docs/security/asvs.md from the table of requirements and the titles of the tests.
import { mkdirSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import * as prettier from 'prettier'
import { carriedByDocuments, carriedByTests } from './asvs/carried'
import { asvsPage, unknownNumbers } from './asvs/page'

/** The page of a repository. @throws Error when a test carries a number that the standard does not have */
export async function renderAsvs(root: string): Promise<string> {
  const tests = carriedByTests(root)
  const unknown = unknownNumbers(tests)
  if (unknown.length > 0) throw new Error(`ASVS 5.0.0 has no such number: ${unknown.join(', ')}`)
  const page = asvsPage(tests, carriedByDocuments(root), root)
  return prettier.format(page, { parser: 'markdown', printWidth: 110 })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  mkdirSync(`${root}docs/security`, { recursive: true })
  writeFileSync(`${root}docs/security/asvs.md`, await renderAsvs(root))
}

import { readFileSync } from 'node:fs'
import process from 'node:process'
import { expect, it } from 'vitest'
import { renderPapers } from '../asvs'

it('the documents of docs/security are those of today: run «npm run asvs» when they are not', async () => {
  const papers = await renderPapers(process.cwd())
  const stale = Object.entries(papers).filter(
    ([name, text]) => readFileSync(`docs/security/${name}`, 'utf8') !== text,
  )
  expect(stale.map(([name]) => name)).toEqual([])
}, 180_000)

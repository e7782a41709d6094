import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { format, resolveConfig } from 'prettier'
import { buildModel } from '../model/build-model'
import { headFileOf, type Head } from '../model/head-file'
import { trainHead } from './train-head'

const USAGE = `Usage: npm run train:classifier -- --data DIR --out DIR [--head FILE] [--cache DIR]
  --data   photos, one folder per label and _none for pictures of no material; manifest.tsv tells their sources
  --out    the model folder to write: model, card and version
  --head   where to keep the trained head (default: DIR.head.json)
  --cache  where features are kept between runs (default: .cache/train)`

/** Writes the head as the repository formats its files. */
async function writeHead(head: Head, file: string): Promise<void> {
  const json = JSON.stringify(headFileOf(head))
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, await format(json, { ...(await resolveConfig(file)), parser: 'json' }))
}

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    out: { type: 'string' },
    head: { type: 'string' },
    cache: { type: 'string', default: '.cache/train' },
  },
})
if (!values.data || !values.out) {
  console.error(USAGE)
  process.exit(2)
}
const folder = path.resolve(values.out)
const headFile = path.resolve(values.head ?? `${folder}.head.json`)
const head = await trainHead(path.resolve(values.data), path.resolve(values.cache))
await writeHead(head, headFile)
const { card } = buildModel({ headFile, folder })
const { metrics, thresholds } = head.description
console.log(JSON.stringify({ version: card.version, ...metrics, thresholds }))

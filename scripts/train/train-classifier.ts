import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { format, resolveConfig } from 'prettier'
import { buildModel } from '../model/build-model'
import { headFileOf, type Head } from '../model/head-file'
import { runFromCorrections } from './train-from-corrections'
import { trainHead } from './train-head'

const FROM_CORRECTIONS = '--from-corrections'
const USAGE = `Usage: npm run train:classifier -- --data DIR --out DIR [--head FILE] [--cache DIR]
  --data   photos, one folder per label and _none for pictures of no material; manifest.tsv tells their sources
  --out    the model folder to write: model, card and version
  --head   where to keep the trained head (default: DIR.head.json)
  --cache  where features are kept between runs (default: .cache/train)
Or:    npm run train:classifier -- --from-corrections [--data DIR] [--cache DIR] [--dry-run]
  learns from what people labelled here, compares with the model in use, and installs what is surely better`

/** Writes the head as the repository formats its files. */
async function writeHead(head: Head, file: string): Promise<void> {
  const json = JSON.stringify(headFileOf(head))
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, await format(json, { ...(await resolveConfig(file)), parser: 'json' }))
}

async function trainFromPhotos(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string' },
      out: { type: 'string' },
      head: { type: 'string' },
      cache: { type: 'string', default: '.cache/train' },
    },
  })
  if (!values.data || !values.out) {
    console.error(USAGE)
    process.exitCode = 2
    return
  }
  const folder = path.resolve(values.out)
  const headFile = path.resolve(values.head ?? `${folder}.head.json`)
  const head = await trainHead(path.resolve(values.data), path.resolve(values.cache))
  await writeHead(head, headFile)
  const { card } = buildModel({ headFile, folder })
  const { metrics, thresholds } = head.description
  console.log(JSON.stringify({ version: card.version, ...metrics, thresholds }))
}

const args = process.argv.slice(2)
const others = args.filter((each) => each !== FROM_CORRECTIONS)
const run = others.length < args.length ? runFromCorrections(others) : trainFromPhotos(args)
await run.catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})

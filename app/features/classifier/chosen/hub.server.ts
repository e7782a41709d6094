import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { z } from 'zod'
import { bodyWithin } from '~/platform/outgoing.server'
import { ModelFaultError } from '../classifier-error'
import { LAYOUTS, pathsOfGraphs, ZERO_SHOT_FILES } from '../model/zero-shot-files'
import { ask, type HubFile } from './hub-request.server'
import { parseModelType } from './zero-shot-folder.server'

type HubModel = { id: string; revision: string }
type HubPlace = { hubUrl: string; modelsDir: string }

const SOURCE_FILE = 'gisement-source.json'
const sourceSchema = z.object({ commit: z.string().min(1) })
/** Graphs of 2 GiB and more are split into files that the runtime cannot read. */
const MAX_FILE_BYTES = 2 ** 31
const MAX_CONFIG_BYTES = 2 ** 20

/**
 * A model's folder on this machine. Asks the hub only for a model that was never fetched whole; the folder appears
 * whole or not at all, and files that arrived are kept for the next try. Throws a `ModelFaultError`.
 */
export async function fetchFromHub(
  { id, revision }: HubModel,
  { hubUrl, modelsDir }: HubPlace,
): Promise<{ folder: string; commit: string }> {
  const folder = path.join(modelsDir, 'hub', id.replace('/', '--'), revision)
  const known = await readSource(folder)
  if (known) return { folder, commit: known.commit }
  const { config, commit } = await readConfig({ hubUrl, id, revision, file: 'config.json' })
  const draft = `${folder}.${commit}.draft`
  await mkdir(path.join(draft, 'onnx'), { recursive: true })
  await writeFile(path.join(draft, 'config.json'), config)
  const from = { hubUrl, id, revision: commit }
  for (const file of ZERO_SHOT_FILES.slice(1)) {
    if (await download({ ...from, file }, draft)) continue
    throw new ModelFaultError('incomplete', `${id} at ${commit} has no ${file}`)
  }
  if (!(await downloadGraphs(from, draft))) {
    throw new ModelFaultError('incomplete', `${id} at ${commit} has none of the graphs that can be loaded`)
  }
  await writeFile(path.join(draft, SOURCE_FILE), `${JSON.stringify({ id, revision, commit })}\n`)
  await rm(folder, { recursive: true, force: true })
  await rename(draft, folder)
  return { folder, commit }
}

async function readSource(folder: string): Promise<{ commit: string } | null> {
  return readFile(path.join(folder, SOURCE_FILE), 'utf8')
    .then((text) => sourceSchema.parse(JSON.parse(text)))
    .catch(() => null)
}

/**
 * The model's description, read before anything large is fetched, and the commit it stands for: all other files are
 * taken from it, so that a change on the hub meanwhile does not mix two models.
 */
async function readConfig(from: HubFile): Promise<{ config: string; commit: string }> {
  const answer = await ask(from, async (response) => {
    const commit = response.headers.get('x-repo-commit') ?? ''
    const config = response.body ? await bodyWithin(response.body, MAX_CONFIG_BYTES) : new Uint8Array()
    return { config: new TextDecoder().decode(config), commit: /^\w+$/.test(commit) ? commit : from.revision }
  })
  if (!answer) throw new ModelFaultError('hub-refused', `The hub has no ${from.id} at ${from.revision}`)
  parseModelType(answer.config, `${from.id} at ${from.revision}`)
  return answer
}

async function downloadGraphs(from: Omit<HubFile, 'file'>, folder: string): Promise<boolean> {
  for (const layout of LAYOUTS) {
    let isWhole = true
    for (const file of pathsOfGraphs(layout)) isWhole &&= await download({ ...from, file }, folder)
    if (isWhole) return true
  }
  return false
}

/** Writes a file of the hub into a folder, whole or not at all; false when the hub has no such file. */
async function download(from: HubFile, folder: string): Promise<boolean> {
  const target = path.join(folder, from.file)
  if (existsSync(target)) return true
  const part = `${target}.part`
  const bytes = await ask(from, async (response, { signal, stillComing }) => {
    let count = 0
    const counted = async function* (body: AsyncIterable<Uint8Array>) {
      for await (const chunk of body) {
        stillComing()
        count += chunk.length
        if (count > MAX_FILE_BYTES) throw new ModelFaultError('unsupported', `${from.file} is too large`)
        yield chunk
      }
    }
    if (!response.body) return 0
    const body = Readable.fromWeb(response.body as ReadableStream)
    await pipeline(body, counted, createWriteStream(part), { signal })
    return count
  })
  if (bytes === null) return false
  await rename(part, target)
  return true
}

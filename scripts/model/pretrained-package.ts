import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { fileInTar } from './tar-file'

/**
 * The package that carries the second backbone. It is fetched alone, without the native runtimes it depends on,
 * which this product has no use for.
 */
export const PRETRAINED = {
  name: '@qvac/classification-ggml',
  version: '0.26.3',
  file: 'package/weights/mobilenetv3_3class_v3_fp16.gguf',
  sha256: 'faaa680c62f989d642032114c8892e9f43e9f2487ff7a350941715c7de9ffb6c',
  notices: ['package/LICENSE', 'package/NOTICE'],
} as const

export type PretrainedFiles = { weights: Uint8Array; notice: string }

/**
 * The weights and the licence notice of the package, from `folder`, where they are fetched once from the package
 * registry that npm is set to use. Throws, saying what to do, when they cannot be had or are not the very bytes that
 * the head was trained on.
 */
export function pretrainedFiles(folder: string): PretrainedFiles {
  const weightsFile = path.join(folder, 'mobilenet-v3-small.gguf')
  const noticeFile = path.join(folder, 'NOTICE-mobilenet-v3-small.txt')
  try {
    const weights = readFileSync(weightsFile)
    if (hashOf(weights) === PRETRAINED.sha256) return { weights, notice: readFileSync(noticeFile, 'utf8') }
  } catch {
    // Not fetched yet.
  }
  const archive = gunzipSync(fetchPackage(folder))
  const weights = fileInTar(archive, PRETRAINED.file)
  if (!weights || hashOf(weights) !== PRETRAINED.sha256) {
    throw new Error(`${PRETRAINED.name} ${PRETRAINED.version} does not hold the expected weights.`)
  }
  const notice = PRETRAINED.notices
    .map((name) => new TextDecoder().decode(fileInTar(archive, name) ?? new Uint8Array()))
    .join('\n\n')
  keep(noticeFile, notice)
  keep(weightsFile, weights)
  return { weights, notice }
}

function fetchPackage(folder: string): Uint8Array {
  mkdirSync(folder, { recursive: true })
  const draft = mkdtempSync(path.join(folder, 'fetch-'))
  try {
    const wanted = `${PRETRAINED.name}@${PRETRAINED.version}`
    const args = ['pack', wanted, '--ignore-scripts', '--silent', '--pack-destination', draft]
    const ran = spawnSync('npm', args, { encoding: 'utf8' })
    const [archive] = readdirSync(draft)
    if (ran.status !== 0 || !archive) {
      throw new Error(
        `The weights of the image classifier (${wanted}) could not be fetched: check the connection to the package ` +
          `registry, then run the command again.\n${ran.stderr ?? ''}`,
      )
    }
    return readFileSync(path.join(draft, archive))
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Writes a file whole or not at all. */
function keep(file: string, content: string | Uint8Array): void {
  writeFileSync(`${file}.draft`, content)
  renameSync(`${file}.draft`, file)
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

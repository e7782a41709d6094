import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { threadId } from 'node:worker_threads'
import { z } from 'zod'
import type { Prototype } from './model/zero-shot'

/** What a model makes of the sentences that photos are compared with. `logitScale` is null when it cannot be read. */
export type PromptVectors = { prototypes: Prototype[]; logitScale: number | null }

const fileSchema = z.object({
  logitScale: z.number().positive().nullable(),
  prototypes: z.array(z.object({ label: z.string().min(1), direction: z.string().min(1) })).min(1),
})

/** Vectors kept by an earlier run; null when there are none or the file is not whole. */
export function readPromptVectors(file: string): PromptVectors | null {
  try {
    const { logitScale, prototypes } = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    return {
      logitScale,
      prototypes: prototypes.map(({ label, direction }) => ({ label, direction: decode(direction) })),
    }
  } catch {
    return null
  }
}

/** Keeps vectors for the next start. A folder that cannot be written costs that start some seconds, no more. */
export function writePromptVectors(file: string, { logitScale, prototypes }: PromptVectors): void {
  const draft = `${file}.${process.pid}-${threadId}.draft`
  const kept = prototypes.map(({ label, direction }) => ({ label, direction: encode(direction) }))
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(draft, JSON.stringify({ logitScale, prototypes: kept }))
    renameSync(draft, file)
  } catch {
    // Nothing is lost: they are computed again.
  }
}

/** Single precision, little-endian, in base64. */
function encode(vector: Float32Array): string {
  const bytes = Buffer.alloc(vector.length * 4)
  vector.forEach((value, index) => bytes.writeFloatLE(value, index * 4))
  return bytes.toString('base64')
}

function decode(text: string): Float32Array {
  const bytes = Buffer.from(text, 'base64')
  return Float32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(index * 4))
}

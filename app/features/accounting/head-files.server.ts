import fs from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { PublishedHead } from '~/core/hash-chain'
import { env } from '~/platform/env.server'

const headSchema = z.object({
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  seq: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})

const folder = () => path.join(env().dataDir, 'ledger-heads')

/** Writes the head of a day as a file of the data folder, complete or not at all; one that is there stays. */
export async function writeHeadFile(head: PublishedHead): Promise<void> {
  await fs.mkdir(folder(), { recursive: true })
  const file = path.join(folder(), `${head.day}.json`)
  const making = `${file}.${process.pid}`
  await fs.writeFile(making, `${JSON.stringify(head)}\n`, { flush: true })
  try {
    await fs.link(making, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await fs.rm(making, { force: true })
  }
}

/** Every head that was exported; a file that is no head is passed over. */
export async function readHeadFiles(): Promise<PublishedHead[]> {
  const names = await fs.readdir(folder()).catch(() => [])
  const heads: PublishedHead[] = []
  for (const name of names.filter((one) => /^\d{4}-\d{2}-\d{2}\.json$/.test(one)).sort()) {
    const parsed = headSchema.safeParse(jsonOf(await fs.readFile(path.join(folder(), name), 'utf8')))
    if (parsed.success) heads.push(parsed.data)
  }
  return heads
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

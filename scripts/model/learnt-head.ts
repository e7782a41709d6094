import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { headFileOf, parseHead, type Head } from './head-file'
import { hashFiles } from './model-folder'

/** What a head learnt here is founded on, and the sources that it learnt from. */
export type Learnt = { foundedOn: string; sources: string[] }

const learntSchema = z.object({
  learnt: z.object({ foundedOn: z.string().regex(/^[0-9a-f]{64}$/), sources: z.array(z.string()) }),
})

/** Where the head that a model folder learnt here is kept: beside the folder, which is rebuilt from it. */
export function learntFileOf(folder: string): string {
  return `${folder}.learnt.json`
}

/** Writes the head of a model folder: a head file that also says what it is founded on. */
export function writeLearnt(folder: string, head: Head, learnt: Learnt): void {
  writeFileSync(learntFileOf(folder), `${JSON.stringify({ ...headFileOf(head), learnt })}\n`)
}

/**
 * The head that a model folder learnt here; null without one, and once the product brings another head of its own,
 * since what was learnt is founded on the one before: it is then to be learnt again.
 */
export function readLearnt(folder: string, ownHeadFile: string): { head: Head; sources: string[] } | null {
  const file = learntFileOf(folder)
  if (!existsSync(file)) return null
  const json: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const { learnt } = learntSchema.parse(json)
  if (learnt.foundedOn !== hashFiles([ownHeadFile])) return null
  return { head: parseHead(json), sources: learnt.sources }
}

/** Moves what a folder learnt to another folder's place; a place without learnt head has none afterwards. */
export function moveLearnt(from: string, to: string): void {
  rmSync(learntFileOf(to), { force: true })
  if (existsSync(learntFileOf(from))) renameSync(learntFileOf(from), learntFileOf(to))
}

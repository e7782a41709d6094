import fs from 'node:fs/promises'
import path from 'node:path'
import { env } from '~/platform/env.server'

/** Whose the outlines are, and when they came; beside them as a small file of its own. */
export type OutlineNote = { source: string; importedAtMs: number; communes: number }

const FILE = 'communes.geojson'
const NOTE = 'communes.json'

/** Where the imported outlines are. */

export function outlineFile(): string {
  return path.join(env().geoDir, FILE)
}

/** What is known of the imported outlines; null before any import. */
export async function readOutlineNote(): Promise<OutlineNote | null> {
  try {
    return JSON.parse(await fs.readFile(path.join(env().geoDir, NOTE), 'utf8')) as OutlineNote
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** The imported outlines as text of GeoJSON; null before any import. */
export async function readOutlines(): Promise<string | null> {
  try {
    return await fs.readFile(outlineFile(), 'utf8')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Puts outlines in place of earlier ones: whoever reads finds the old or the new ones, whole. */
export async function writeOutlines(geojson: string, note: OutlineNote): Promise<void> {
  const { geoDir } = env()
  await fs.mkdir(geoDir, { recursive: true })
  for (const [name, text] of [
    [FILE, geojson],
    [NOTE, JSON.stringify(note)],
  ] as const) {
    const making = path.join(geoDir, `${name}.new`)
    await fs.writeFile(making, text)
    await fs.rename(making, path.join(geoDir, name))
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { env } from '~/platform/env.server'
import type { DetectorCard } from './model/detector-card'

const cardSchema = z.object({
  version: z.string().regex(/^[0-9a-f]{12}$/),
  inputsHash: z.string(),
  sizeBytes: z.number().int().positive(),
  sources: z.array(
    z.object({
      role: z.string(),
      name: z.string(),
      version: z.string(),
      url: z.string(),
      licence: z.string(),
    }),
  ),
})

/** The card of a detector's folder, or null when there is no folder that is whole. */
export function readDetectorCard(folder: string): DetectorCard | null {
  try {
    return cardSchema.parse(JSON.parse(readFileSync(path.join(folder, 'card.json'), 'utf8')))
  } catch {
    return null
  }
}

/** The detector that looks at photos here; null: switched off by the operator, or not built. */
export function detectorInUse(): DetectorCard | null {
  return env().isDetectorOff ? null : readDetectorCard(env().detectorDir)
}

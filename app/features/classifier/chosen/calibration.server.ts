import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { Metrics } from '../model/model-card'
import { promptGroups } from '../model/prompts'
import { UNMEASURED, type Calibration } from '../model/zero-shot'
import { headDescriptionSchema } from '../schema'

/** Temperature and thresholds chosen with photos on this installation, and how the model fared on them. */
export type MeasuredCalibration = Calibration & {
  /** The model and the prompts that were measured: of others it says nothing. */
  modelHash: string
  promptsHash: string
  measuredOn: string
  metrics: Metrics
}

const { temperature, thresholds, metrics } = headDescriptionSchema.shape
const calibrationSchema = z.object({
  modelHash: z.string(),
  promptsHash: z.string(),
  measuredOn: z.iso.date(),
  temperature,
  thresholds,
  metrics,
}) satisfies z.ZodType<MeasuredCalibration>

/** SHA-256 of the sentences that photos are compared with. */
export function hashPrompts(): string {
  return createHash('sha256').update(JSON.stringify(promptGroups())).digest('hex')
}

/** Where the calibration of the model in a folder is looked for. */
export function calibrationFile(folder: string): string {
  return path.join(folder, 'gisement-calibration.json')
}

/** What was measured of this very model with these very prompts; the careful defaults when nothing was. */
export async function readCalibration(
  folder: string,
  modelHash: string,
): Promise<Calibration & { metrics: Metrics | null; measuredOn: string | null }> {
  const read = await readFile(calibrationFile(folder), 'utf8')
    .then((text) => calibrationSchema.parse(JSON.parse(text)))
    .catch(() => null)
  const isOfThis = read?.modelHash === modelHash && read.promptsHash === hashPrompts()
  return read && isOfThis ? read : { ...UNMEASURED, metrics: null, measuredOn: null }
}

import { z } from 'zod'

const share = z.number().min(0).max(1)

/** Figures of `npm run eval:faces`, kept in `figures.json`. */
export const detectorFiguresSchema = z.object({
  version: z.string().describe('Of the detector that was measured'),
  faces: z
    .object({ n: z.int(), byHeightPx: z.record(z.string(), share) })
    .describe(
      'Share of faces pasted into photos of sites that it finds, by height in a photo of 1600 pixels',
    ),
  photos: z
    .object({
      n: z.int(),
      people: z.object({ n: z.int(), told: z.int() }).describe('Photos that show somebody'),
      vehicles: z.object({ n: z.int(), told: z.int() }).describe('Photos that show a vehicle'),
      nobody: z.object({ n: z.int(), told: z.int() }).describe('Photos that show neither, and false alarms'),
    })
    .nullable(),
  msPerPhoto: z.object({ p50: z.number(), p95: z.number() }),
})
export type DetectorFigures = z.output<typeof detectorFiguresSchema>

/** What the public page says of the detector of people and vehicles, for machines. */
export const detectorRegisterSchema = z.object({
  purpose: z.string(),
  decision: z.string().describe('What part it has in decisions, and who decides'),
  inService: z.boolean(),
  environment: z.enum(['on', 'off']).describe('DETECTOR, set by the operator'),
  version: z.string().nullable(),
  sizeBytes: z.int().nullable(),
  sources: z.array(
    z.object({
      role: z.string(),
      name: z.string(),
      version: z.string(),
      url: z.string(),
      licence: z.string(),
    }),
  ),
  thresholds: z.object({ face: share, person: share, vehicle: share }),
  figures: detectorFiguresSchema.nullable().describe('Null for a detector that was not measured'),
  use: z
    .object({
      photos: z.int(),
      withSightings: z.int(),
      dismissed: z.int(),
      blurred: z.int(),
      cpuMs: z.int().describe('Processor time; an upper bound'),
    })
    .describe('On photos that are still here'),
})
export type DetectorRegister = z.output<typeof detectorRegisterSchema>

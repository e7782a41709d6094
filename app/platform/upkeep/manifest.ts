import { z } from 'zod'

export const MANIFEST = 'manifest.json'
export const DATABASE = 'gisement.sqlite'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** A path below a folder: no step out of it, nothing absolute, no hidden part, whatever the system. */
export const pathBelow = z
  .string()
  .max(400)
  .regex(/^[A-Za-z0-9_@+-][\w.@+-]*(\/[A-Za-z0-9_@+-][\w.@+-]*)*$/)

const fileSchema = z.object({ path: pathBelow, bytes: z.number().int().min(0), sha256: hash })

/** What a backup says of itself: every file with its size and SHA-256, the database's schema among it. */
export const manifestSchema = z.object({
  format: z.literal(1),
  product: z.literal('gisement'),
  createdAt: z.iso.datetime(),
  database: fileSchema.extend({
    migrations: z.number().int().min(0),
    lastMigration: z.string().nullable(),
  }),
  files: z.array(fileSchema),
  /** Files that rows of the database name and that were not there. */
  missing: z.array(z.string()),
})
export type Manifest = z.infer<typeof manifestSchema>
export type ManifestFile = z.infer<typeof fileSchema>

const NAME = /^gisement-\d{4}-\d{2}-\d{2}T\d{6}Z(-\d+)?$/

/** The folder of a backup made at an instant: in the order of time when sorted. */
export function backupName(atMs: number): string {
  return `gisement-${new Date(atMs)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '')}`
}

export function isBackupName(name: string): boolean {
  return NAME.test(name)
}

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** What a photo of the training set shows that should be told: a recognisable person, a vehicle; or nobody can say. */
export type Shown = 'person' | 'vehicle' | 'unclear'

const FILE = fileURLToPath(new URL('shown.tsv', import.meta.url))

/**
 * Photos that show somebody or a vehicle, by file name, as a person said who looked at
 * every sixth of the list (`--every 6`); all others of these show neither.
 */
export function readShown(): Map<string, Shown> {
  const lines = readFileSync(FILE, 'utf8').split('\n').filter(Boolean)
  return new Map(
    lines.map((line): [string, Shown] => {
      const [name = '', shown] = line.split('\t')
      if (shown !== 'person' && shown !== 'vehicle' && shown !== 'unclear')
        throw new Error(`shown.tsv: ${line}`)
      return [name, shown]
    }),
  )
}

import { z } from 'zod'
import { MATERIAL_TYPES } from '~/core/material-types'
import { knownAttributes } from '~/core/attributes/values'
import { UNITS } from '~/core/units'
import type { CorpusLot } from './corpus/write-lot'

const line = z.object({
  title: z.string().min(1),
  description: z.string().default(''),
  material: z.enum(MATERIAL_TYPES),
  unit: z.enum(UNITS).default('u'),
  attributes: z.record(z.string(), z.unknown()).default({}),
  /** What the lot is, for the judgements alone. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** Reads a corpus of one's own, one JSON object a line. @throws Error naming the line that is not understood */
export function readLots(text: string): CorpusLot[] {
  return text
    .split('\n')
    .map((content, index) => ({ content: content.trim(), number: index + 1 }))
    .filter(({ content }) => content !== '')
    .map(({ content, number }) => {
      try {
        const lot = line.parse(JSON.parse(content))
        return { ...lot, attributes: knownAttributes(lot.attributes) }
      } catch (error) {
        throw new Error(`Line ${number} is no lot: ${String(error)}`, { cause: error })
      }
    })
}

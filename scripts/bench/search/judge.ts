import { z } from 'zod'
import type { Facts } from './corpus/write-lot'

const condition = z.union([
  z.array(z.union([z.string(), z.number()])).min(1),
  z.object({ min: z.number(), max: z.number() }),
])
const line = z.object({
  q: z.string().min(1),
  half: z.enum(['dev', 'held']).default('held'),
  grades: z
    .array(
      z.object({ grade: z.number().int().min(1).max(3), where: z.record(z.string(), condition) }).strict(),
    )
    .min(1),
})

/** A query with what satisfies it: each rule gives its grade to the lots whose facts hold to all its conditions. */
export type JudgedQuery = z.infer<typeof line>

/** Reads queries, one JSON object a line. @throws Error naming the line that is not understood */
export function readQueries(text: string): JudgedQuery[] {
  return text
    .split('\n')
    .map((content, index) => ({ content: content.trim(), number: index + 1 }))
    .filter(({ content }) => content !== '')
    .map(({ content, number }) => {
      try {
        return line.parse(JSON.parse(content))
      } catch (error) {
        throw new Error(`Line ${number} is no judged query: ${String(error)}`, { cause: error })
      }
    })
}

/** The grade of a lot for a query: that of the highest rule it satisfies; 0 of none. */
export function gradeOf(query: JudgedQuery, facts: Facts): number {
  const grades = query.grades.filter(({ where }) => satisfies(where, facts)).map(({ grade }) => grade)
  return Math.max(0, ...grades)
}

function satisfies(where: JudgedQuery['grades'][number]['where'], facts: Facts): boolean {
  return Object.entries(where).every(([fact, wanted]) => {
    const value = facts[fact]
    if (value === undefined) return false
    if (Array.isArray(wanted)) return wanted.includes(value)
    return typeof value === 'number' && wanted.min <= value && value <= wanted.max
  })
}

/**
 * Normalised discounted cumulative gain of the first `depth` results (Järvelin and Kekäläinen, 2002), gains 2^grade - 1,
 * against the best order of the whole corpus; from 0 to 1. Null when the corpus holds nothing that satisfies the query.
 */
export function ndcg(found: readonly number[], all: readonly number[], depth = 10): number | null {
  const ideal = gain([...all].sort((a, b) => b - a).slice(0, depth))
  return ideal === 0 ? null : gain(found.slice(0, depth)) / ideal
}

function gain(grades: readonly number[]): number {
  return grades.reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0)
}

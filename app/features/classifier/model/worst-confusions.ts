import type { Confusion } from './model-card'

export type WorstConfusion = { truth: string; answer: string; count: number; total: number }

/** The most frequent wrong answers, those of no material left out; equals by the share of their row. */
export function worstConfusions({ labels, counts }: Confusion, length: number): WorstConfusion[] {
  const wrong = labels.flatMap((truth, row) => {
    const line = counts[row] ?? []
    const total = line.reduce((sum, count) => sum + count, 0)
    return labels.flatMap((answer, column) =>
      row === column || truth === 'other' || !line[column]
        ? []
        : [{ truth, answer, count: line[column], total }],
    )
  })
  return wrong.sort((a, b) => b.count - a.count || a.total - b.total).slice(0, length)
}

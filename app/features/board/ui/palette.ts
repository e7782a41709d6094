/** The colours of a drawing: those of the page's theme, or fixed ones for a file that leaves it. */
export type Palette = {
  ink: string
  muted: string
  line: string
  card: string
  edge: string
  mark: string
  /** Four, told apart by hatching as well. */
  series: readonly string[]
  other: string
}

export const SCREEN: Palette = {
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  line: 'var(--line)',
  card: 'var(--card)',
  edge: 'var(--edge)',
  mark: 'var(--mark)',
  series: ['var(--chart-1)', 'var(--chart-2)', 'var(--chart-3)', 'var(--chart-4)'],
  other: 'var(--chart-other)',
}

export const PAPER: Palette = {
  ink: '#1c2629',
  muted: '#47565c',
  line: '#d3c9b4',
  card: '#ffffff',
  edge: '#1c2629',
  mark: '#ffc61a',
  series: ['#0e5a4a', '#b8720a', '#2f6db5', '#b5452a'],
  other: '#63727a',
}

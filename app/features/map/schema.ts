import { z } from 'zod'
import type { Bounds } from './model/clusters'

const degrees = z.number().min(-180).max(180)
const viewport = z.object({
  west: degrees,
  south: degrees,
  east: degrees,
  north: degrees,
  zoom: z.number().min(0).max(22),
})

/** What a map looks at: `bbox` west,south,east,north in degrees and its zoom, 0 to 22; null when it is none. */
export function readViewport(params: URLSearchParams): { bbox: Bounds; zoom: number } | null {
  const edges = (params.get('bbox') ?? '').slice(0, 100).split(',').map(numberIn)
  if (edges.length !== 4) return null
  const [west, south, east, north] = edges
  const read = viewport.safeParse({ west, south, east, north, zoom: numberIn(params.get('zoom') ?? '') })
  if (!read.success || read.data.west > read.data.east || read.data.south > read.data.north) return null
  return { bbox: [read.data.west, read.data.south, read.data.east, read.data.north], zoom: read.data.zoom }
}

function numberIn(text: string): number {
  return text.trim() === '' ? NaN : Number(text)
}

import fs from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

const CLIENT = 'build/client'
const known = new Map<string, number>()

/** The bytes of a file of the build once compressed with gzip at its default level; 0 for what is not of the build. */
export function gzipBytes(pathname: string): number {
  const earlier = known.get(pathname)
  if (earlier !== undefined) return earlier
  const file = path.join(CLIENT, pathname)
  const isOfBuild = /^\/(assets\/|sw\.js$)/.test(pathname) && fs.existsSync(file)
  const bytes = isOfBuild ? gzipSync(fs.readFileSync(file)).length : 0
  known.set(pathname, bytes)
  return bytes
}

export const kB = (bytes: number) => Math.round(bytes / 100) / 10

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

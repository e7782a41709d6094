import fs from 'node:fs/promises'
import path from 'node:path'
import type { Commune } from './model/commune'

let read: Promise<Commune[]> | null = null

/** The reference of the 130 communes as it is shipped, with postcodes and former names; read once. */
export function readReferenceCommunes(): Promise<Commune[]> {
  read ??= fs
    .readFile(path.resolve('db/reference/communes.json'), 'utf8')
    .then((text) => JSON.parse(text) as Commune[])
  return read
}

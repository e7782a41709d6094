import path from 'node:path'
import { addressesIn } from '~/server/built-files'

const lists = new Map<string, string[]>()

/** Addresses of the build's files of an ending, those in French as the load's readers are. @throws Error when there is none */
export function builtFiles(ending: 'js' | 'css' | 'woff2'): readonly string[] {
  const found =
    lists.get(ending) ??
    addressesIn(path.resolve('build/client/assets'))
      .filter((address) => address.endsWith(`.${ending}`) && !address.startsWith('/en/'))
      .map((address) => `/assets${address}`)
  if (found.length === 0) throw new Error(`The build has no file of the ending ${ending}`)
  lists.set(ending, found)
  return found
}

import type { UNSAFE_AssetsManifest as AssetsManifest } from '@remix-run/react'
import { LOCALES, type Locale } from '~/core/locale'

type Lists = ReadonlyMap<Locale, AssetsManifest>

const known = new WeakMap<AssetsManifest, Lists>()

/**
 * The build's list of files with the scripts of one language: the build writes each of them to `assets/fr` and
 * `assets/en`. Sources served in development hold all languages and stay as they are.
 */
export function filesIn(locale: Locale, files: AssetsManifest): AssetsManifest {
  const lists = known.get(files) ?? new Map(LOCALES.map((one) => [one, listFor(one, files)]))
  known.set(files, lists)
  return lists.get(locale) ?? files
}

function listFor(locale: Locale, files: AssetsManifest): AssetsManifest {
  const script = (path: string) => path.replace(/^\/assets\/(?=[\w.-]+\.js$)/, `/assets/${locale}/`)
  const routes = Object.entries(files.routes).map(([id, route]) => [
    id,
    route && { ...route, module: script(route.module), imports: route.imports?.map(script) },
  ])
  return {
    ...files,
    url: script(files.url),
    entry: { module: script(files.entry.module), imports: files.entry.imports.map(script) },
    routes: Object.fromEntries(routes) as AssetsManifest['routes'],
  }
}

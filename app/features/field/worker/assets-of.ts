/** The files of the build that a document names: scripts, styles, fonts, the list of routes. */
export function assetsOf(html: string): string[] {
  const found = [...html.matchAll(/["'(](\/assets\/[\w./-]+\.(?:js|css|woff2))["')]/g)]
  return [...new Set(found.flatMap(([, path]) => path ?? []))]
}

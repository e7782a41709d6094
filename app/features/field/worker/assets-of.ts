/** Files of the build where a document's language has them: its scripts stand in a folder for each language. */
export function inLanguageOf(html: string, files: readonly string[]): string[] {
  const language = /<html lang="(\w+)"/.exec(html)?.[1]
  return files.map((file) =>
    language && file.endsWith('.js') ? file.replace('/assets/', `/assets/${language}/`) : file,
  )
}

/** The files of the build that a document names: scripts, styles, fonts, the list of routes. */
export function assetsOf(html: string): string[] {
  const found = [...html.matchAll(/["'(](\/assets\/[\w./-]+\.(?:js|css|woff2))["')]/g)]
  return [...new Set(found.flatMap(([, path]) => path ?? []))]
}

import fs from 'node:fs'

const SUFFIX = '_FILE'

/**
 * Reads variables given as files: for each `NAME_FILE` of these names, `NAME` becomes the file's text without the line
 * ends at its end. So secrets need stand in no list of variables.
 * @returns the variables, and a sentence for each file that cannot serve
 */
export function readFileVariables(
  source: NodeJS.ProcessEnv,
  names: readonly string[],
): { values: NodeJS.ProcessEnv; faults: string[] } {
  const values: NodeJS.ProcessEnv = { ...source }
  const faults: string[] = []
  for (const name of names) {
    const file = source[name + SUFFIX]
    if (!file) continue
    if (source[name]) faults.push(`${name}: set it or ${name}${SUFFIX}, not both`)
    else {
      try {
        values[name] = fs.readFileSync(file, 'utf8').replace(/[\r\n]+$/, '')
      } catch (error) {
        const why = error instanceof Error && 'code' in error ? String(error.code) : 'error'
        faults.push(`${name}${SUFFIX}: ${file} cannot be read (${why})`)
      }
      if (values[name] === '') faults.push(`${name}${SUFFIX}: ${file} is empty`)
    }
  }
  return { values, faults }
}

/** The variables that are set: an empty one is none. */
export function dropEmpty(source: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(source).filter((entry): entry is [string, string] => Boolean(entry[1])),
  )
}

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { PROMISES, THREATS, type Threat } from './threats'

/** Promises and threats with their tests. @throws Error when a test that the table names is not there */
export function threatSection(root: string): string {
  return [
    '## Promises and threats, each with its tests',
    '### Promises',
    PROMISES.map((threat) => threatLines(threat, root)).join('\n'),
    '### Threats',
    THREATS.map((threat) => threatLines(threat, root)).join('\n'),
  ].join('\n\n')
}

function threatLines({ about, answer, tests, missing }: Threat, root: string): string {
  const lines = tests.map(([file, title]) => {
    if (!readFileSync(path.join(root, file), 'utf8').includes(title)) {
      throw new Error(`${file} has no test «${title}»: mend scripts/security/asvs/threats.ts.`)
    }
    return `  - ${title} (\`${file}\`)`
  })
  return [`- **${about}.** ${answer}`, ...lines, ...(missing ? [`  - **open:** ${missing}`] : [])].join('\n')
}

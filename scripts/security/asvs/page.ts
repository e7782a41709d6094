import type { Carried } from './carried'
import { CHAPTERS_1_2 } from './chapters-1-2'
import { CHAPTERS_12_17 } from './chapters-12-17'
import { CHAPTERS_3_5 } from './chapters-3-5'
import { CHAPTERS_6_8 } from './chapters-6-8'
import { CHAPTERS_9_11 } from './chapters-9-11'
import { LEVEL_3 } from './level-3'
import type { Requirement } from './requirement'
import { threatSection } from './threat-section'

/** Every requirement of levels 1 and 2, in the order of the standard. */
export const REQUIREMENTS: readonly Requirement[] = [
  ...CHAPTERS_1_2,
  ...CHAPTERS_3_5,
  ...CHAPTERS_6_8,
  ...CHAPTERS_9_11,
  ...CHAPTERS_12_17,
]

const CHAPTERS: Readonly<Record<string, string>> = {
  1: 'Encoding',
  2: 'Input and business rules',
  3: 'In the browser',
  4: 'Interfaces',
  5: 'Files',
  6: 'Signing in',
  7: 'Sessions',
  8: 'Rights',
  9: 'Signed tokens',
  10: 'OpenID Connect',
  11: 'Cryptography',
  12: 'Transport',
  13: 'Configuration',
  14: 'Data protection',
  15: 'Code and components',
  16: 'Logs and faults',
  17: 'WebRTC',
}

/** Sections whose requirements ask for something written: a document answers them. */
const WRITTEN = new Set([
  '2.1',
  '5.1',
  '6.1',
  '7.1',
  '8.1',
  '11.1',
  '13.1',
  '13.2',
  '13.3',
  '14.1',
  '15.1',
  '16.1',
])

type State = 'covered' | 'documented' | 'outside' | 'open'
type Answer = { requirement: Requirement; state: State; tests: Carried[]; documents: Carried[] }

function answerOf(
  requirement: Requirement,
  tests: readonly Carried[],
  documents: readonly Carried[],
): Answer {
  const carries = ({ ids }: Carried) => ids.includes(requirement.id)
  const found = tests.filter(carries)
  const isWritten = WRITTEN.has(requirement.id.split('.').slice(0, 2).join('.'))
  const written = isWritten ? documents.filter(carries) : []
  const state =
    found.length > 0
      ? 'covered'
      : written.length > 0
        ? 'documented'
        : requirement.stance.kind === 'outside'
          ? 'outside'
          : 'open'
  return { requirement, state, tests: found, documents: written }
}

/** Numbers that tests carry and that the standard does not have. */
export function unknownNumbers(tests: readonly Carried[]): string[] {
  const known = new Set(REQUIREMENTS.map(({ id }) => id))
  return tests.flatMap(({ ids, file }) =>
    ids.filter((id) => !known.has(id) && !LEVEL_3.has(id)).map((id) => `${id} in ${file}`),
  )
}

/** The page as Markdown, before prettier. `root` is the repository, where the files of the threats' tests are read. */
export function asvsPage(tests: readonly Carried[], documents: readonly Carried[], root: string): string {
  const answers = REQUIREMENTS.map((requirement) => answerOf(requirement, tests, documents))
  return [
    '# OWASP ASVS 5.0.0, levels 1 and 2',
    'Made by `npm run asvs` from `scripts/security` and from the titles of the tests; a test keeps it in step. The numbers are those of the standard, the words are ours: read [the standard](https://github.com/OWASP/ASVS/tree/v5.0.0/5.0/en) for what is asked. «Covered» means that at least one test of `npm test` carries the number in its title; it does not mean that an auditor has looked.',
    counts(answers),
    ...Object.entries(CHAPTERS).map(([chapter, title]) => chapterSection(chapter, title, answers)),
    beyondSection(tests),
    threatSection(root),
  ].join('\n\n')
}

function counts(answers: readonly Answer[]): string {
  const row = (title: string, of: readonly Answer[]) => {
    const count = (state: State) => of.filter((answer) => answer.state === state).length
    const figures = [count('covered'), count('documented'), count('outside'), count('open'), of.length]
    return `| ${title} | ${figures.join(' | ')} |`
  }
  const level = (wanted: number) => answers.filter(({ requirement }) => requirement.level === wanted)
  return [
    '| | covered by tests | answered by a document | not applicable | open | all |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    row('level 1', level(1)),
    row('level 2', level(2)),
    row('both', answers),
  ].join('\n')
}

function chapterSection(chapter: string, title: string, answers: readonly Answer[]): string {
  const own = answers.filter(({ requirement }) => requirement.id.startsWith(`${chapter}.`))
  return [`## V${chapter} ${title}`, own.map(line).join('\n')].join('\n\n')
}

function line({ requirement, state, tests, documents }: Answer): string {
  const { id, level, about, stance } = requirement
  const head = `- **${id}** (L${level}) ${about}:`
  if (state === 'covered') return [`${head} covered`, ...tests.map(testLine)].join('\n')
  if (state === 'documented') return `${head} in ${[...new Set(documents.map(linkOf))].join(', ')}`
  return stance.kind === 'outside'
    ? `${head} _not applicable._ ${stance.reason}`
    : `${head} **open.** ${stance.missing}`
}

function testLine({ title, file }: Carried): string {
  return `  - ${escaped(title)} (\`${file}\`)`
}

function linkOf({ file }: Carried): string {
  return `[${file}](../../${file})`
}

function beyondSection(tests: readonly Carried[]): string {
  const ids = [...LEVEL_3].filter((id) => tests.some((test) => test.ids.includes(id)))
  const lines = ids.flatMap((id) => [
    `- **${id}** (L3)`,
    ...tests.filter((test) => test.ids.includes(id)).map(testLine),
  ])
  return ['## Level 3, where tests carry it', lines.join('\n') || 'None yet.'].join('\n\n')
}

function escaped(text: string): string {
  return text.replaceAll(/[*_<>|`[\]]/g, String.raw`\$&`)
}

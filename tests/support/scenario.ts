import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '~/core/clock'
import type { IsoDay } from '~/core/days'
import { openTestDatabase, TODAY, type TestDatabase } from './deal'

/** What a scenario is about, in the words that its page shows. */
export type ScenarioHead = {
  /** Name of the rendered file. */
  name: string
  title: string
  /** Why someone goes through it, in a sentence or two. */
  purpose: string
  /** Who takes part, by the name that the steps use. */
  actors: Readonly<Record<string, string>>
}

type Line = { who: string; does: string; so: string }

/** What the body of a scenario writes with: steps in order, days that pass, the database. */
export type Stage<Name extends string> = {
  /** `who` does something, and so something holds: `act` does it and asserts it. */
  step: (who: Name, does: string, so: string, act: () => Promise<void>) => void
  /** Sets the day that every command reads. */
  travelTo: (day: IsoDay) => void
  database: () => TestDatabase
}

const FOLDER = path.resolve('docs/scenarios')
const UPDATE = process.env.UPDATE_SCENARIOS === '1'

/**
 * A journey played with the real commands and queries on a database of its own, with its clock. Each step is a test;
 * a last one holds the page of `docs/scenarios` to the steps (`UPDATE_SCENARIOS=1` writes it again).
 */
export function scenario<Head extends ScenarioHead>(
  head: Head,
  body: (stage: Stage<keyof Head['actors'] & string>) => void,
): void {
  describe(head.title, () => {
    const lines: Line[] = []
    let now = noonOf(TODAY)
    let open: TestDatabase | undefined
    let isBroken = false
    beforeAll(async () => {
      setClock({ now: () => now })
      open = await openTestDatabase()
    })
    afterAll(() => {
      open?.remove()
      setClock()
    })
    body({
      step: (who, does, so, act) => {
        lines.push({ who, does, so })
        it(`${who} ${does}: ${so}`, async () => {
          expect(isBroken, 'a step before this one failed').toBe(false)
          isBroken = true
          await act()
          isBroken = false
        })
      },
      travelTo: (day) => {
        now = noonOf(day)
      },
      database: () => open!,
    })
    it(`is what docs/scenarios/${head.name}.md tells`, () => expectPage(head, lines))
  })
}

function noonOf(day: IsoDay): number {
  return Date.parse(`${day}T10:00:00Z`)
}

function expectPage(head: ScenarioHead, lines: readonly Line[]): void {
  const file = path.join(FOLDER, `${head.name}.md`)
  const page = render(head, lines)
  if (UPDATE) {
    fs.mkdirSync(FOLDER, { recursive: true })
    fs.writeFileSync(file, page)
  }
  const committed = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
  expect(
    committed,
    `docs/scenarios/${head.name}.md does not tell what the scenario does: run UPDATE_SCENARIOS=1 npx vitest run tests/scenarios and commit it`,
  ).toBe(page)
}

function render({ title, purpose, actors }: ScenarioHead, lines: readonly Line[]): string {
  const people = Object.entries(actors).map(([name, role]) => `- **${name}**: ${role}`)
  const steps = lines.map(({ who, does, so }, at) => {
    const mark = `${at + 1}. `
    return `${mark}**${who}** ${does}.\n${' '.repeat(mark.length)}So: ${so}.`
  })
  return [
    `# ${title}`,
    purpose,
    '## Who',
    people.join('\n'),
    '## Steps',
    steps.join('\n'),
    '_Written by the scenario tests (`tests/scenarios`), which play every step on a real database._\n',
  ].join('\n\n')
}

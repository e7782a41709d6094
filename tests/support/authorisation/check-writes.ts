import { isRefusal, JOURNALS, subjectsOf } from './check-reads'
import { filled, intentOf } from './forms'
import { allWriters, grantsOf, isGranted, type Rights } from './grants'
import { HAND_MADE } from './hand-made'
import { PERSONA_NAMES } from './persona-names'
import type { Persona } from './personas'
import type { Subject } from './pair'
import { inTrial, tablesChanged, type Fingerprint } from './trial'
import { addressOf, outcomeOf, post, unknownParams, type FoundForm, type Posted, type World } from './world'

type Try = Posted & { path: string; intent: string }

const EMPTY = { answers: [], isMultipart: false, intent: '' }

/** What is posted to a route: nothing, what its pages post, and what scripts do. */
function triesOf(world: World, forms: readonly FoundForm[], pattern: string, who: Persona): Try[] {
  const rights = world.rights(pattern)
  const own = addressOf(pattern, rights.of && world.subjects[rights.of].own.params)
  const found = forms
    .filter((form) => form.pattern === pattern)
    .flatMap((form) =>
      [false, true].map((isFull) => ({
        path: form.path,
        answers: filled(form, isFull),
        isMultipart: form.isMultipart,
        intent: intentOf(form),
      })),
    )
  const made = (HAND_MADE[pattern]?.(world, who) ?? []).map((answers) => ({
    path: own,
    answers,
    isMultipart: false,
    intent: answers.find(([name]) => name === 'intent')?.[1] ?? '',
  }))
  return [{ ...EMPTY, path: own }, ...found, ...made]
}

/** What is wrong with who may post to a route, one sentence a fault; posts to it as everyone. */
export async function writeFaults(
  world: World,
  { start, forms }: { start: Fingerprint; forms: readonly FoundForm[] },
  pattern: string,
): Promise<string[]> {
  const faults: string[] = []
  const rights = world.rights(pattern)
  for (const [index, subject] of subjectsOf(world, rights).entries()) {
    for (const name of PERSONA_NAMES) {
      const who = world.personas[name]
      const tries = triesOf(world, forms, pattern, who)
      const asked = { world, start, pattern, rights, subject, who }
      const found = await postAll(
        asked,
        index === 0 ? tries : aimed(tries, addressOf(pattern, subject?.params)),
      )
      faults.push(...found.map((fault) => `${name} posts to ${fault}`))
    }
  }
  return faults
}

/** The same forms at another record's address. */
function aimed(tries: readonly Try[], path: string): Try[] {
  return tries.map((one) => ({ ...one, path }))
}

type Asked = {
  world: World
  start: Fingerprint
  pattern: string
  rights: Rights
  subject: Subject | null
  who: Persona
}

async function postAll(asked: Asked, tries: readonly Try[]): Promise<string[]> {
  const { world, rights, subject, who } = asked
  const faults: string[] = []
  const write = rights.write ?? []
  const isWriter = isGranted(allWriters(write), who, subject)
  let isLetIn = false
  for (const one of tries) {
    const may = one.intent === '' ? isWriter : isGranted(grantsOf(write, one.intent), who, subject)
    if (may && isLetIn) continue
    const fault = await inTrial(world.database, async () => {
      const answer = await post(world, world.routeOf(asked.pattern), one.path, who, one)
      const outcome = outcomeOf(answer)
      if (outcome === 'fault') return `failed with ${answer.status}`
      if (may) {
        isLetIn ||= outcome === 'granted'
        return null
      }
      return refusalFault(asked, one, { status: answer.status, outcome })
    })
    if (fault) faults.push(`${one.path}${one.intent === '' ? '' : ` (${one.intent})`}: ${fault}`)
  }
  if (isWriter && !isLetIn) faults.push(`${tries[0]!.path}: refused, though the matrix lets them`)
  return faults
}

async function refusalFault(
  { world, start, pattern, subject, who }: Asked,
  one: Try,
  got: { status: number; outcome: ReturnType<typeof outcomeOf> },
): Promise<string | null> {
  const changed = (await tablesChanged(world.database, start)).filter((table) => !JOURNALS.includes(table))
  if (changed.length > 0) return `changed ${changed.join(', ')} without the right`
  if (!isRefusal(got.outcome, who)) return `${got.status} without the right`
  if (!subject || got.outcome === 'sign-in' || world.rights(pattern).takesFreeIds) return null
  const path = addressOf(pattern, unknownParams(subject))
  const unknown = await post(world, world.routeOf(pattern), path, who, one)
  if (unknown.status === got.status) return null
  return `${got.status} where a record that does not exist gives ${unknown.status}: it tells that this one does`
}

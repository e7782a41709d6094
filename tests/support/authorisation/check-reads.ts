import { GRANTS, isGranted, type Rights } from './grants'
import { PERSONA_NAMES } from './persona-names'
import type { Persona } from './personas'
import type { Pair, Subject } from './pair'
import { inTrial, tablesChanged, type Fingerprint } from './trial'
import { addressOf, outcomeOf, read, unknownParams, type Outcome, type World } from './world'

/** Where it is noted who asked for what, and who was refused. */
export const JOURNALS = ['audit_rows']

/**
 * The only rows that reading may write: journals, counts of who asked how often, up to where someone has read a
 * thread, and the file of a document, which is drawn when it is first asked for.
 */
const WRITTEN_BY_READING = [...JOURNALS, 'rate_limits', 'reservation_reads', 'handover_paper_files']

/** The records that a route is tried with; a route without parameters is tried once. */
export function subjectsOf(world: World, { of }: Rights): (Subject | null)[] {
  if (!of) return [null]
  const { own, other }: Pair = world.subjects[of]
  return other ? [own, other] : [own]
}

/** Where someone without the right ends up, as they would for a record that does not exist. */
export function isRefusal(outcome: Outcome, { name }: Persona): boolean {
  const isOut = name === 'visitor' || name === 'suspended'
  return outcome === 'missing' || outcome === 'forbidden' || (outcome === 'sign-in' && isOut)
}

/** What is wrong with who may read a route, one sentence a fault; asks for it as everyone. */
export async function readFaults(
  world: World,
  start: Fingerprint,
  pattern: string,
  rights: Rights,
): Promise<string[]> {
  const faults: string[] = []
  for (const subject of subjectsOf(world, rights)) {
    for (const name of PERSONA_NAMES) {
      const fault = await inTrial(world.database, () =>
        readFault(world, start, { pattern, rights, subject, who: world.personas[name] }),
      )
      if (fault) faults.push(`${name} at ${addressOf(pattern, subject?.params)}: ${fault}`)
    }
  }
  return faults
}

type Asking = { pattern: string; rights: Rights; subject: Subject | null; who: Persona }

async function readFault(
  world: World,
  start: Fingerprint,
  { pattern, rights, subject, who }: Asking,
): Promise<string | null> {
  const route = world.routeOf(pattern)
  const answer = await read(world, route, addressOf(pattern, subject?.params), who)
  const outcome = outcomeOf(answer)
  if (outcome === 'fault') return `failed with ${answer.status}`
  const changed = (await tablesChanged(world.database, start)).filter(
    (table) => !WRITTEN_BY_READING.includes(table),
  )
  if (changed.length > 0) return `reading changed ${changed.join(', ')}`
  const grants = rights.read ?? []
  if (isGranted(grants, who, subject)) {
    if (rights.isAbsent ? outcome === 'missing' : outcome === 'granted') return null
    return `${answer.status}, though ${grants.map((grant) => GRANTS[grant].text).join(', ')} may read it`
  }
  if (!isRefusal(outcome, who)) return `${answer.status}, though only ${grants.join(', ')} may read it`
  if (!subject) return null
  const unknown = await read(world, route, addressOf(pattern, unknownParams(subject)), who)
  if (unknown.status === answer.status) return null
  return `${answer.status} where a record that does not exist gives ${unknown.status}: it tells that this one does`
}

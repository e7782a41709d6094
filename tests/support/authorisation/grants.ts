import type { Persona } from './personas'
import type { Subject } from './pair'
import type { SubjectName } from './subjects'

type Test = (persona: Persona, subject: Subject | null) => boolean

const isSignedIn: Test = ({ name }) => name !== 'visitor' && name !== 'suspended'
const owns: Test = (persona, subject) =>
  isSignedIn(persona, subject) && (subject?.owners ?? []).includes(persona.organisationId)

/** Whom a row of the matrix may let in, and how the generated page calls them. */
export const GRANTS = {
  anyone: { text: 'anyone', isMet: () => true },
  people: { text: 'anyone signed in', isMet: isSignedIn },
  givers: { text: 'givers', isMet: ({ roles }) => roles.includes('giver') },
  takers: { text: 'takers', isMet: ({ roles }) => roles.includes('taker') },
  agents: { text: 'agents of communes', isMet: ({ roles }) => roles.includes('commune-agent') },
  team: { text: 'the Métropole’s team', isMet: ({ roles }) => roles.includes('metropole-admin') },
  committee: { text: 'the programme’s committee', isMet: ({ isReviewer }) => isReviewer },
  owner: { text: 'the organisation whose record it is', isMet: owns },
  sides: { text: 'the two sides', isMet: owns },
  givingSide: {
    text: 'the giving side',
    isMet: (persona, subject) =>
      isSignedIn(persona, subject) && subject?.owners?.[0] === persona.organisationId,
  },
  takingSide: {
    text: 'the taking side',
    isMet: (persona, subject) =>
      isSignedIn(persona, subject) && subject?.owners?.[1] === persona.organisationId,
  },
  headOfOrganisation: {
    text: 'owners of their organisation',
    isMet: (persona, subject) => isSignedIn(persona, subject) && persona.isOwner,
  },
  headOfOwner: {
    text: 'owners of the organisation whose record it is',
    isMet: (persona, subject) => owns(persona, subject) && persona.isOwner,
  },
  localAgents: {
    text: 'agents of that commune',
    isMet: ({ roles, communeCode }, subject) =>
      roles.includes('commune-agent') && (subject?.communes ?? []).includes(communeCode),
  },
} as const satisfies Record<string, { text: string; isMet: Test }>

export type Grant = keyof typeof GRANTS

/** Who may write: for every form of the route, or by the `intent` that a form posts (`else` for the others). */
export type WriteGrants =
  readonly Grant[] | (Readonly<Record<string, readonly Grant[]>> & { else: readonly Grant[] })

/** What a route lets whom do. */
export type Rights = {
  /** What its parameters name; none for routes without parameters. */
  of?: SubjectName
  /** Who is answered; absent when the route answers no GET of its own. */
  read?: readonly Grant[]
  /** Who may post; absent when the route has no action. */
  write?: WriteGrants
  /** Nothing is there in the tests' world: whoever is let in gets a 404, too. */
  isAbsent?: true
  /** Posting under an id that does not exist makes the record: such an id is answered otherwise than another's. */
  takesFreeIds?: true
  /** What the grants alone do not say. */
  note?: string
}

/** Whether one of the grants lets a person in. */
export function isGranted(grants: readonly Grant[], persona: Persona, subject: Subject | null): boolean {
  return grants.some((grant) => GRANTS[grant].isMet(persona, subject))
}

/** Who may post a form with this intent. */
export function grantsOf(write: WriteGrants, intent: string): readonly Grant[] {
  if ('else' in write) return write[intent] ?? write.else
  return write
}

/** Everyone whom a route lets write in one way or another. */
export function allWriters(write: WriteGrants): readonly Grant[] {
  return 'else' in write ? [...new Set(Object.values(write).flat())] : write
}

/** Everyone whom a route may meet, by what makes them different. */
export const PERSONAS = {
  visitor: 'nobody signed in',
  suspended: 'a suspended member of the giver’s organisation, with a session that was live',
  giver: 'an owner of an organisation that gives',
  colleague: 'a member of the giver’s organisation who does not own it',
  taker: 'an owner of an organisation that takes',
  stranger: 'an owner of another organisation that gives and takes',
  agentA: 'an agent of commune A, where the giver’s sites are',
  agentB: 'an agent of commune B',
  admin: 'a member of the Métropole’s team',
} as const
export type PersonaName = keyof typeof PERSONAS
export const PERSONA_NAMES = Object.keys(PERSONAS) as PersonaName[]

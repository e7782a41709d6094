import type { Rights } from '../grants'
import { ADMINISTRATION_RIGHTS } from './administration'
import { DEAL_RIGHTS } from './deals'
import { PEOPLE_RIGHTS } from './people'
import { PROGRAMME_RIGHTS } from './programme'
import { PUBLIC } from './public'

/** The matrix by part, in the order of its page. */
export const PARTS = {
  'Public pages, doors and links': PUBLIC,
  'What people do with what is theirs': PEOPLE_RIGHTS,
  'Building sites and deals': DEAL_RIGHTS,
  'Communes and their programme': PROGRAMME_RIGHTS,
  Administration: ADMINISTRATION_RIGHTS,
} as const satisfies Record<string, Record<string, Rights>>

/** Who may do what at every address of `app/routes.ts`. */
export const MATRIX: Readonly<Record<string, Rights>> = {
  ...PUBLIC,
  ...PEOPLE_RIGHTS,
  ...DEAL_RIGHTS,
  ...PROGRAMME_RIGHTS,
  ...ADMINISTRATION_RIGHTS,
}

/** What whoever adds a route has to do. */
export function missingRow(pattern: string): string {
  return `${pattern}: add a line to tests/support/authorisation/matrix/*.ts that says who may read it and who may post to it, then write its page: UPDATE_AUTHORISATION=1 npx vitest run app/http/guards.test.ts`
}

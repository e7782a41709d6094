import { setClock } from '~/core/clock'
import { env, setEnv } from '~/platform/env.server'
import { newId } from '~/core/ids'
import type { TestSetup } from '~tests/support/database'
import { setupDemo } from '~tests/support/demo'
import { serveApp, type Answer, type Route, type Served } from '~tests/support/serve-app'
import { bodyOf, formsOf, intentOf, type PageForm } from './forms'
import { isGranted, type Rights } from './grants'
import { MATRIX, missingRow } from './matrix/matrix'
import { inTrial } from './trial'
import { moreAddresses, type MoreAddress } from './more-addresses'
import type { PersonaName } from './persona-names'
import { makePersonas, type Persona, type Personas } from './personas'
import type { Subject } from './pair'
import { makeSubjects, type Subjects } from './subjects'

export const DAY = '2026-11-23'

export type World = TestSetup & {
  served: Served
  personas: Personas
  subjects: Subjects
  routeOf: (pattern: string) => Route
  rights: (pattern: string) => Rights
}

/** The demo, the people of the matrix and records of every kind, behind the running application. */
export async function makeWorld({ publicUrl }: { publicUrl?: string } = {}): Promise<
  World & { end: () => Promise<void> }
> {
  const setup = await setupDemo(DAY)
  if (publicUrl !== undefined) setEnv({ ...env(), publicUrl })
  const personas = await makePersonas(setup.database)
  const subjects = await makeSubjects(setup.database, personas)
  const served = await serveApp()
  return {
    ...setup,
    served,
    personas,
    subjects,
    routeOf: (pattern) => {
      const found = served.routes.find((route) => route.pattern === pattern)
      if (!found) throw new Error(`${pattern} is not in app/routes.ts: take its line out of the matrix`)
      return found
    },
    rights: (pattern) => {
      const found = MATRIX[pattern]
      if (!found) throw new Error(missingRow(pattern))
      return found
    },
    end: async () => {
      await served.stop()
      setClock()
      setup.cleanup()
    },
  }
}

/** Addresses of patterns whose shape alone gives none. */
const AT: Record<string, string> = { '/api/v1/*': '/api/v1/lots', '/*': '/nulle-part' }

/** The address of a route for a record. */
export function addressOf(pattern: string, params: Readonly<Record<string, string>> = {}): string {
  const path = AT[pattern] ?? pattern
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? name))
}

/** Parameters of the shape of a record's, of none there is. */
export function unknownParams({ params }: Subject): Record<string, string> {
  const unknown = (value: string) => (/^[0-9a-f-]{36}$/.test(value) ? newId() : 'inconnu')
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, unknown(value)]))
}

export type Outcome = 'granted' | 'sign-in' | 'forbidden' | 'missing' | 'fault'

const SIGN_IN = /^\/connexion\?suite=/

/** What an answer means to who asked. Scripts get redirections of pages as data, with status 202. */
export function outcomeOf({ status, headers, text }: Answer): Outcome {
  const isMoved = status === 202 || (status >= 300 && status < 400)
  const to = isMoved ? (headers.location ?? /"(\/connexion\?[^"]*)"/.exec(text)?.[1] ?? '') : ''
  if (SIGN_IN.test(to)) return 'sign-in'
  // A device that kept what someone else wrote hears of it before anything is looked up.
  const isOtherAccount = status === 409 && text.includes('"other-account"')
  if (status === 401 || status === 403 || isOtherAccount) return 'forbidden'
  if (status === 404 || status === 410) return 'missing'
  return status >= 500 ? 'fault' : 'granted'
}

/** Asks for what a page shows without drawing it, as the product's scripts do, or for a file as it is. */
export async function read(world: World, route: Route, path: string, who: Persona): Promise<Answer> {
  return world.served.ask(route.isPage ? dataOf(path) : path, { cookie: who.cookie })
}

/** The address at which a page's data is asked (single fetch). */
export function dataOf(path: string): string {
  const [pathname = '', query] = path.split('?')
  const data = pathname === '/' ? '/_root.data' : `${pathname}.data`
  return query === undefined ? data : `${data}?${query}`
}

export type Posted = { answers: readonly (readonly [string, string])[]; isMultipart: boolean }

/** Posts a form as the product's scripts do. */
export async function post(
  world: World,
  route: Route,
  path: string,
  who: Persona,
  { answers, isMultipart }: Posted,
): Promise<Answer> {
  const { body, type } = bodyOf(answers, isMultipart)
  const address = route.isPage ? dataOf(path) : path
  const headers = { 'Content-Type': type }
  return world.served.ask(address, { method: 'POST', cookie: who.cookie, body, headers })
}

/** A form with the route that it posts to and who found it. */
export type FoundForm = PageForm & { pattern: string; who: PersonaName }

const READERS = ['visitor', 'giver', 'taker', 'agentA', 'admin'] as const

/** The forms of every page, as those see them who may read it; each of its kind once for every reader. */
export async function findForms(world: World): Promise<FoundForm[]> {
  const found = new Map<string, FoundForm>()
  for (const { who, address } of [...ownAddresses(world), ...moreAddresses(world)]) {
    const { cookie } = world.personas[who]
    const { text } = await inTrial(world.database, () => world.served.ask(address, { cookie }))
    for (const form of formsOf(text, address)) {
      const pattern = patternOf(world, form.path)
      if (pattern === null) continue
      const names = [...new Set(form.fields.map(({ name }) => name))].sort().join()
      const key = [who, pattern, names, intentOf(form), form.button?.join() ?? ''].join(' ')
      if (!found.has(key)) found.set(key, { ...form, pattern, who })
    }
  }
  return [...found.values()]
}

function ownAddresses({ served, subjects, personas }: World): MoreAddress[] {
  const pages = served.routes.filter(({ isPage }) => isPage)
  return pages.flatMap(({ pattern }) => {
    const { of, read: readers = [] } = MATRIX[pattern] ?? {}
    const subject = of ? subjects[of].own : null
    const seen = READERS.filter((who) => isGranted(readers, personas[who], subject))
    return seen.map((who) => ({ who, address: addressOf(pattern, subject?.params) }))
  })
}

/** The route of a path; one without parameters before one with them. */
export function patternOf(world: World, path: string): string | null {
  const pathname = path.split('?')[0]!
  const matches = world.served.routes
    .filter(({ pattern }) => pattern !== '/*')
    .filter(({ pattern }) => shapeOf(pattern).test(pathname))
    .sort((a, b) => a.params.length - b.params.length)
  return matches[0]?.pattern ?? null
}

function shapeOf(pattern: string): RegExp {
  const escaped = pattern.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+').replace('*', '.*')
  return new RegExp(`^${escaped}$`)
}

import type { ServerBuild } from '@remix-run/node'
import { paths } from '~/core/paths'
import { problem } from '~/http/api/problem.server'
import { localeOf } from '~/http/locale.server'
import { DatabaseLostError } from '~/platform/database-lost'
import { requestFacts } from '~/platform/request-facts.server'
import type { FailureKind } from './failure-page'
import { aroundHandlers, bareReply, sentencesOf, stylesOf, type Handler } from './failure-replies'

const STATUS = 503
/** A database that was started again, or its standby, answers within seconds. */
const AGAIN_S = 15
const HEADERS = { 'Retry-After': String(AGAIN_S), 'Cache-Control': 'no-store' }

/**
 * The same application, whose answers say that the database is out of reach (503) where it was lost or cannot be asked. Of
 * what somebody sent they say that it is not kept only where no commit was asked for.
 */
export function tellingOfDatabase(build: ServerBuild): ServerBuild {
  const styles = stylesOf(build)
  return aroundHandlers(build, (work, isPage) => async (args) => {
    try {
      return await work(args)
    } catch (error) {
      if (!(error instanceof DatabaseLostError)) throw error
      throw await replyTo(args, { kind: kindOf(args.request, error), isPage, styles })
    }
  })
}

function kindOf({ method }: Request, { isUnsure }: DatabaseLostError): FailureKind {
  if (method === 'GET' || method === 'HEAD') return 'database'
  return isUnsure || requestFacts()?.hasCommitted === true ? 'databaseUnsure' : 'databaseForm'
}

type Told = { kind: FailureKind; isPage: boolean; styles: readonly string[] }

async function replyTo(
  { request }: Parameters<Handler>[0],
  { kind, isPage, styles }: Told,
): Promise<Response> {
  if (isPage)
    return Response.json(await sentencesOf(kind, request.headers), { status: STATUS, headers: HEADERS })
  if (new URL(request.url).pathname.startsWith(`${paths.apiV1()}/`))
    return problem({ kind: 'away', seconds: AGAIN_S }, await localeOf(request))
  return bareReply(request, { status: STATUS, kind, code: 'database-lost', headers: HEADERS, styles })
}

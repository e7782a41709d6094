import type { ServerBuild } from '@remix-run/node'
import { logger } from '~/platform/logger.server'
import { StoreError } from '~/platform/object-store'
import { aroundHandlers, bareReply, stylesOf, type Handler } from './failure-replies'

const STATUS = 503
const HEADERS = { 'Retry-After': '30', 'Cache-Control': 'no-store' }

/** The same application, whose answers say that files are out of reach (503) where the store of files cannot be asked. */
export function tellingOfStore(build: ServerBuild): ServerBuild {
  const styles = stylesOf(build)
  return aroundHandlers(build, (work, isPage) => telling(work, isPage, styles))
}

function telling(work: Handler, isPage: boolean, styles: readonly string[]): Handler {
  return async (args) => {
    try {
      return await work(args)
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      logger().error({ err: error, requestId: args.context.requestId }, 'the store of files is out of reach')
      if (isPage) throw new Response(null, { status: STATUS, headers: HEADERS })
      const answer = { status: STATUS, kind: `${STATUS}`, code: 'store-down', headers: HEADERS } as const
      throw await bareReply(args.request, { ...answer, styles })
    }
  }
}

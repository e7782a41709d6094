import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import { logger } from '~/platform/logger.server'
import { StoreError } from '~/platform/object-store'
import { bareReply, drawsPage, stylesOf } from './failure-replies'

const STATUS = 503
const HEADERS = { 'Retry-After': '30', 'Cache-Control': 'no-store' }

type Handler = (args: LoaderFunctionArgs & ActionFunctionArgs) => unknown

/** The same application, whose answers say that files are out of reach (503) where the store of files cannot be asked. */
export function tellingOfStore(build: ServerBuild): ServerBuild {
  const styles = stylesOf(build)
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const { action, loader, ...module } = route.module
    const isPage = drawsPage(module)
    const told = {
      ...(loader && { loader: telling(loader, isPage, styles) }),
      ...(action && { action: telling(action, isPage, styles) }),
    }
    return [id, { ...route, module: { ...module, ...told } }] as const
  })
  return { ...build, routes: Object.fromEntries(routes) } as ServerBuild
}

function telling(work: Handler, isPage: boolean, styles: readonly string[]): Handler {
  return async (args) => {
    try {
      return await work(args)
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      logger().error({ err: error, requestId: args.context.requestId }, 'the store of files is out of reach')
      throw isPage
        ? new Response(null, { status: STATUS, headers: HEADERS })
        : await bareReply(args.request, { status: STATUS, code: 'store-down', headers: HEADERS, styles })
    }
  }
}

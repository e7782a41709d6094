import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerApi } from '~/http/api/answer.server'

/** The public interface: every address below it is listed in one place, which also describes it. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerApi(request, params['*'] ?? '', context.clientIp)
}

import type { LoaderFunctionArgs } from '@remix-run/node'
import { isLocale } from '~/core/locale'
import { boardWidget } from '~/features/board/board-widget.server'
import { boardFor } from '~/http/board.server'
import { boardUrl } from '~/http/board-files.server'
import { localeOf } from '~/http/locale.server'

const THEMES = { clair: 'light', sombre: 'dark' } as const

/** The headline of a board as a frame for other sites: what everyone may know, whoever is signed in. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const board = await boardFor(request, params.slug, { asPublic: true })
  const query = new URL(request.url).searchParams
  const [language, theme] = [query.get('langue'), query.get('theme') ?? '']
  const page = boardWidget(board, {
    locale: isLocale(language) ? language : await localeOf(request),
    theme: theme === 'clair' || theme === 'sombre' ? THEMES[theme] : null,
    url: boardUrl(board),
    nonce: context.cspNonce,
  })
  return new Response(page, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'public, max-age=600',
      Vary: 'Accept-Language',
      'X-Robots-Tag': 'noindex',
    },
  })
}

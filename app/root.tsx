import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteLoaderData,
  type ShouldRevalidateFunction,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { isKeptOnDevice } from '~/core/paths'
import { countNotifications } from '~/features/notifications/queries.server'
import { isDatabaseLost, optionalActor } from '~/http/actor.server'
import { preferencesOf } from '~/http/locale.server'
import { ErrorPage } from '~/root/error-page'
import { LateScripts } from '~/root/late-scripts'
import { SiteFrame, type Account } from '~/root/site-frame'
import { useFrame } from '~/root/use-frame'
import { DEFAULT_DISPLAY, displayAttributes } from '~/ui/display'
import { fontLinks } from '~/ui/fonts'
import { LocaleProvider, useLanguageOfPage } from '~/ui/i18n'
import { useNonce } from '~/ui/nonce'
import { MEASURED_META, REQUEST_ID_META, useRequestFacts } from '~/ui/request-facts'
import '~/ui/styles.css'

export const links: LinksFunction = () => [...fontLinks]

export async function loader({ request }: LoaderFunctionArgs) {
  const isKept = isKeptOnDevice(new URL(request.url).pathname)
  const [{ locale, ...display }, account] = await Promise.all([
    preferencesOf(request),
    isKept ? null : accountOf(request),
  ])
  return { locale, display, account }
}

/** Who is signed in, or null; `unknown` where the database cannot say: pages that need nothing of it go on. */
async function accountOf(request: Request): Promise<Account | 'unknown' | null> {
  try {
    const actor = await optionalActor(request)
    if (!actor) return null
    const { name, email, isConfirmed, organisationName, roles, communeCode } = actor
    const unread = await countNotifications(actor.userId, true)
    return { name, email, isConfirmed, organisationName, roles, communeCode, unread }
  } catch (error) {
    if (isDatabaseLost(error)) return 'unknown'
    throw error
  }
}

/** The screens on site share one document: going from one to the other asks nothing of the network. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}) => {
  const isWithin = currentUrl.pathname === nextUrl.pathname && isKeptOnDevice(nextUrl.pathname)
  return isWithin ? false : defaultShouldRevalidate
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root')
  const nonce = useNonce()
  const facts = useRequestFacts()
  const locale = useLanguageOfPage(data?.locale ?? facts.locale)
  const display = data?.display ?? DEFAULT_DISPLAY
  const { frame, Frame } = useFrame()
  // The screens on site are drawn by scripts alone: there is nothing to show before them.
  const Start = frame === 'field' || import.meta.env.DEV ? Scripts : LateScripts
  return (
    <html lang={locale} {...displayAttributes(display)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name={REQUEST_ID_META} content={facts.requestId} />
        {facts.measured !== null && <meta name={MEASURED_META} content={facts.measured} />}
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icon-180.png" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <meta name="theme-color" content="#f5f1e8" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#11181a" media="(prefers-color-scheme: dark)" />
        <Meta />
        <Links />
      </head>
      <body>
        <LocaleProvider locale={locale}>
          {Frame === null ? (
            <SiteFrame account={data ? data.account : 'unknown'} display={display}>
              {children}
            </SiteFrame>
          ) : (
            <Frame isStill={frame === 'still'}>{children}</Frame>
          )}
        </LocaleProvider>
        {frame !== 'still' && <ScrollRestoration nonce={nonce} />}
        {frame !== 'still' && <Start nonce={nonce} />}
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorPage />
}

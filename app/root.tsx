import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { countNotifications } from '~/features/notifications/queries.server'
import { optionalActor } from '~/http/actor.server'
import { preferencesOf } from '~/http/locale.server'
import { ErrorPage } from '~/root/error-page'
import { SiteFrame } from '~/root/site-frame'
import { DEFAULT_DISPLAY, displayAttributes } from '~/ui/display'
import { fontLinks } from '~/ui/fonts'
import { LocaleProvider } from '~/ui/i18n'
import { useNonce } from '~/ui/nonce'
import { REQUEST_ID_META, useRequestFacts } from '~/ui/request-facts'
import '~/ui/styles.css'

export const links: LinksFunction = () => [...fontLinks]

export async function loader({ request }: LoaderFunctionArgs) {
  const [{ locale, ...display }, actor] = await Promise.all([preferencesOf(request), optionalActor(request)])
  const account = actor && {
    name: actor.name,
    email: actor.email,
    isConfirmed: actor.isConfirmed,
    organisationName: actor.organisationName,
    roles: actor.roles,
    communeCode: actor.communeCode,
    unread: await countNotifications(actor.userId, true),
  }
  return { locale, display, account }
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root')
  const nonce = useNonce()
  const facts = useRequestFacts()
  const locale = data?.locale ?? facts.locale
  const display = data?.display ?? DEFAULT_DISPLAY
  return (
    <html lang={locale} {...displayAttributes(display)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name={REQUEST_ID_META} content={facts.requestId} />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <LocaleProvider locale={locale}>
          <SiteFrame account={data?.account ?? null} display={display}>
            {children}
          </SiteFrame>
        </LocaleProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
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

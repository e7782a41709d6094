import { renderToStaticMarkup } from 'react-dom/server'
import type { Locale } from '~/core/locale'
import { paths } from '~/core/paths'
import { translator } from '~/messages/catalogue'
import { common } from '~/messages/common'
import { errorPages } from '~/messages/error-pages'
import { displayAttributes, type Display } from '~/ui/display'
import { Sign, TapeRule } from '~/ui/marks'
import { PageHeader } from '~/ui/page-header'

/**
 * A failure of the service itself, by the sentences that tell of it: files out of reach, no room left, or a database out of
 * reach (of what is read, of a form that left nothing, of one that may be kept).
 */
export type FailureKind = '503' | '507' | 'database' | 'databaseForm' | 'databaseUnsure'

/**
 * The whole document that tells of a failure where no route draws a page, in the product's own frame: without scripts,
 * without anything read from the database.
 * @param again where the same is asked once more; null where that would send a form again
 * @param status the number that browsers got
 */
export function failurePage({
  status,
  title,
  text,
  again,
  styles,
  locale,
  display,
}: {
  status: number
  title: string
  text: string
  again: string | null
  styles: readonly string[]
  locale: Locale
  display: Display
}): string {
  const t = translator(locale, errorPages)
  const tCommon = translator(locale, common)
  const document = (
    <html lang={locale} {...displayAttributes(display)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} – ${tCommon('app.name')}`}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
      </head>
      <body>
        <header className="border-b-2 border-edge bg-card">
          <div className="wrap py-2">
            <a
              href={paths.home()}
              aria-label={tCommon('shell.home')}
              className="inline-flex min-h-11 items-center gap-2.5 text-ink no-underline hover:underline"
            >
              <Sign />
              <span className="font-display text-2xl font-extrabold tracking-tight">
                {tCommon('app.name')}
              </span>
            </a>
          </div>
          <TapeRule thin />
        </header>
        <main className="wrap pb-16">
          <PageHeader eyebrow={String(status)} title={title} lead={text} />
          <div className="flex flex-wrap gap-3">
            {again !== null && (
              <a href={again} className="button button-action">
                {t('page.reload')}
              </a>
            )}
            <a href={paths.lots()} className="button button-secondary">
              {t('page.search')}
            </a>
            <a href={paths.home()} className="button button-secondary">
              {t('page.home')}
            </a>
          </div>
        </main>
      </body>
    </html>
  )
  return `<!doctype html>${renderToStaticMarkup(document)}`
}

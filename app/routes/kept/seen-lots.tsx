import { Form, Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { MOST_SEEN } from '~/features/keep/model/shelf'
import { keep } from '~/messages/keep'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'

type Seen = { id: string; title: string; reference: string }

/** The lots looked at last: nothing is remembered before the reader asks for it, and one act erases it all. */
export function SeenLots({ seen }: { seen: readonly Seen[] | null }) {
  const t = useT(keep)
  return (
    <section
      aria-labelledby="seen"
      className="flex flex-col gap-3 border-t-4 border-edge pt-4"
      data-screen-only
    >
      <h2 id="seen">{t('seen.title')}</h2>
      {seen === null && <p className="prose-width">{t('seen.off', { most: MOST_SEEN })}</p>}
      {seen?.length === 0 && <p>{t('seen.none')}</p>}
      {seen && seen.length > 0 && (
        <ol className="grid gap-x-8 sm:grid-cols-2">
          {seen.map(({ id, title, reference }) => (
            <li key={id}>
              <Link to={paths.lot(id)} className="inline-flex min-h-11 items-center gap-3">
                <span className="reference">{reference}</span> {title}
              </Link>
            </li>
          ))}
        </ol>
      )}
      <Form method="post" action={paths.seen()}>
        <input type="hidden" name="intent" value={seen === null ? 'start' : 'stop'} />
        <Button look="secondary">{t(seen === null ? 'seen.start' : 'seen.stop')}</Button>
      </Form>
    </section>
  )
}

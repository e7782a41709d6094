import { Form } from '@remix-run/react'
import { deadlines } from '~/messages/deadlines'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { DownloadIcon } from '~/ui/icons'
import { TextInput } from '~/ui/inputs'

/** The private address of the calendar: made, shown, changed and ended here. */
export function CalendarPanel({ url }: { url: string | null }) {
  const t = useT(deadlines)
  return (
    <section aria-labelledby="calendar" className="flex max-w-3xl flex-col gap-4">
      <h2 id="calendar">{t('calendar.title')}</h2>
      <p className="prose-width">{t('calendar.text')}</p>
      {url === null ? (
        <Form method="post">
          <Button name="intent" value="make" wide>
            {t('calendar.make')}
          </Button>
        </Form>
      ) : (
        <>
          <TextInput
            label={t('calendar.link')}
            hint={t('calendar.how')}
            name="address"
            readOnly
            defaultValue={url}
            key={url}
            autoComplete="off"
          />
          <p>
            <a href={url} download className="inline-flex min-h-11 items-center gap-2 font-semibold">
              <DownloadIcon />
              {t('calendar.open')}
            </a>
          </p>
          <Form method="post" className="flex flex-wrap items-center gap-3">
            <Button name="intent" value="renew" look="secondary" wide>
              {t('calendar.renew')}
            </Button>
            <Button name="intent" value="end" look="danger" wide>
              {t('calendar.end')}
            </Button>
          </Form>
          <p className="text-muted">{t('calendar.renewText')}</p>
        </>
      )}
    </section>
  )
}

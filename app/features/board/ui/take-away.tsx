import { Form } from '@remix-run/react'
import { paths } from '~/core/paths'
import { board } from '~/messages/board'
import { Button, ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { DownloadIcon } from '~/ui/icons'
import { Textarea } from '~/ui/inputs'
import type { Board } from '../model/board'
import { periodQuery } from '../model/board-period'

/** The papers and the workbook of a board. */
export function BoardFiles({ board: own, purchases }: { board: Board; purchases: boolean }) {
  const t = useT(board)
  const { perimeter, period } = own
  const query = periodQuery(period)
  const files = [
    { file: 'note.pdf', label: t('files.note') },
    { file: 'rapport.pdf', label: t('files.report') },
    { file: 'classeur.xlsx', label: t('files.workbook') },
  ]
  return (
    <section aria-labelledby="files" className="flex flex-col gap-4" data-screen-only>
      <h2 id="files">{t('files.title')}</h2>
      <p className="prose-width text-muted">{t('files.lead')}</p>
      <ul className="flex flex-wrap gap-x-8 gap-y-1">
        {files.map(({ file, label }) => (
          <li key={file}>
            <a
              href={paths.boardFile(perimeter.slug, file, query)}
              className="inline-flex min-h-11 items-center gap-2 font-semibold"
            >
              <DownloadIcon />
              {label}
            </a>
          </li>
        ))}
      </ul>
      {purchases && (
        <p>
          <ButtonLink to={paths.communePurchases(perimeter.slug, period.year)} look="secondary">
            {t('purchases')}
          </ButtonLink>
        </p>
      )}
    </section>
  )
}

/** The code that shows the board's headline on another site. */
export function WidgetSnippet({ board: own, origin }: { board: Board; origin: string }) {
  const t = useT(board)
  const { perimeter } = own
  const src = origin + paths.widget(perimeter.slug)
  const code = `<iframe src="${src}" title="Gisement – ${perimeter.name.replaceAll('"', '')}" width="100%" height="340" style="border:0" loading="lazy" referrerpolicy="no-referrer"></iframe>`
  return (
    <section aria-labelledby="widget" className="flex max-w-3xl flex-col gap-4" data-screen-only>
      <h2 id="widget">{t('widget.title')}</h2>
      <p className="text-muted">{t('widget.lead')}</p>
      <Textarea name="code" label={t('widget.code')} defaultValue={code} rows={4} readOnly />
      <p>
        <a href={paths.widget(perimeter.slug)} className="inline-flex min-h-11 items-center font-semibold">
          {t('widget.see')}
        </a>
      </p>
    </section>
  )
}

/** The monthly mail of a commune's agent: begun and ended in one click. */
export function MonthlyMail({ code, isOn }: { code: string; isOn: boolean }) {
  const t = useT(board)
  return (
    <section aria-labelledby="monthly" className="flex flex-col gap-4" data-screen-only>
      <h2 id="monthly">{t('mail.title')}</h2>
      <p className="prose-width text-muted">{t(isOn ? 'mail.on' : 'mail.off')}</p>
      <Form method="post" action={paths.boardMail()}>
        <input type="hidden" name="commune" value={code} />
        <Button look="secondary" name="intent" value={isOn ? 'stop' : 'start'}>
          {t(isOn ? 'mail.stop' : 'mail.start')}
        </Button>
      </Form>
    </section>
  )
}

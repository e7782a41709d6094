import { Form } from '@remix-run/react'
import { paths } from '~/core/paths'
import { sheetQuery, type SheetChoice } from '~/features/labels/model/sheet-choice'
import { labelsPerPage, placeLabels, sheetFormat } from '~/features/labels/model/sheet-format'
import { SheetPlan } from '~/features/labels/ui/sheet-plan'
import { labelSheets } from '~/messages/label-sheets'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'

type PrintPage = {
  choice: SheetChoice
  count: number
  most: number
  blanks: number
  lots: readonly { reference: string; pieces: number | null }[]
}

/** What the choices come to, the first page drawn, and the button that makes it. */
export function PrintStep({ choice, count, most, blanks, lots }: PrintPage) {
  const t = useT(labelSheets)
  const format = sheetFormat(choice.format)
  if (count > most) return <Notice tone="warning" live title={t('tooMany', { count, most })} />
  const pages = (placeLabels(format, count, choice.start).at(-1)?.page ?? 0) + 1
  const used = Math.min(choice.start, labelsPerPage(format)) - 1
  const names = blanks > 0 ? Array.from({ length: blanks }, () => '') : lots.flatMap(namesOf)
  const labels = t('labels', { count })
  return (
    <section aria-labelledby="preview" className="flex min-w-0 flex-col gap-4">
      <h2 id="preview">{t('previewTitle')}</h2>
      <p className="prose-width">{t('previewText', { labels, pages: t('pages', { count: pages }) })}</p>
      <SheetPlan
        format={format}
        start={choice.start}
        names={names}
        title={t('plan', { format: t(`format.${choice.format}`), used, labels })}
      />
      <Form method="post" action={paths.printLabels(sheetQuery(choice))} reloadDocument target="_blank">
        <Button wide>{t('submit')}</Button>
      </Form>
    </section>
  )
}

function namesOf({ reference, pieces }: PrintPage['lots'][number]): string[] {
  if (pieces === null) return [reference]
  return Array.from({ length: pieces }, (_, index) => `${reference} ${index + 1}/${pieces}`)
}

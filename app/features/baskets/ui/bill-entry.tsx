import { bill } from '~/messages/bill'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { FileInput, Textarea, TextInput } from '~/ui/inputs'
import type { LineTexts } from '../model/bill'
import { LineFields } from './line-fields'

/** The three ways to give the lines of a bill: a file, a paste, typing. They work without JavaScript. */
export function BillEntry({
  typed,
  pasted,
  error,
}: {
  typed: readonly LineTexts[]
  pasted: string
  /** Why the last file or text was not read. */
  error: string | undefined
}) {
  const t = useT(bill)
  const isTyping = typed.some((texts) => Object.values(texts).some((text) => text !== ''))
  return (
    <div className="flex flex-col gap-6">
      <section aria-labelledby="file-title" className="flex flex-col gap-3">
        <h2 id="file-title" className="text-2xl">
          {t('entry.file')}
        </h2>
        <FileInput
          id="file"
          name="file"
          accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          label={t('entry.fileLabel')}
          hint={t('entry.fileHint')}
          error={error}
        />
        <TextInput
          id="sheet"
          name="sheet"
          label={t('entry.sheetLabel')}
          hint={t('entry.sheetHint')}
          width="max-w-80"
          maxLength={60}
          optional
        />
      </section>
      <details open={pasted !== ''}>
        <summary className="min-h-11 py-2 font-semibold">{t('entry.paste')}</summary>
        <Textarea
          id="pasted"
          name="pasted"
          rows={6}
          defaultValue={pasted}
          label={t('entry.pasteLabel')}
          hint={t('entry.pasteHint')}
        />
      </details>
      <details open={isTyping || typed.length > TYPED_ROWS}>
        <summary className="min-h-11 py-2 font-semibold">{t('entry.type')}</summary>
        <div className="flex flex-col gap-5">
          {typed.map((texts, at) => (
            <LineFields key={at} prefix={`typed.r${at}`} number={at + 1} texts={texts} />
          ))}
          <div>
            <Button look="secondary" name="intent" value="more">
              {t('entry.more')}
            </Button>
          </div>
        </div>
      </details>
      <div className="flex flex-col gap-3">
        <p className="text-muted">{t('entry.order')}</p>
        <div>
          <Button name="intent" value="read" wide>
            {t('entry.read')}
          </Button>
        </div>
      </div>
    </div>
  )
}

/** Empty lines that the form offers at once, and more at each press of its button. */
export const TYPED_ROWS = 5

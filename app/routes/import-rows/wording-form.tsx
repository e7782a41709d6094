import { Form } from '@remix-run/react'
import { MaterialChoice } from '~/features/imports/ui/row-fields'
import { importRows } from '~/messages/import-rows'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'

/** One answer for every line of the same name whose material is not known. */
export function WordingForm({ wordings }: { wordings: readonly { wording: string; rows: number }[] }) {
  const t = useT(importRows)
  return (
    <Form method="post" className="flex flex-col gap-4">
      <input type="hidden" name="intent" value="materials" />
      <h2 className="text-2xl">{t('wordings')}</h2>
      <p>{t('wordingsText')}</p>
      <div className="grid items-end gap-4 sm:grid-cols-2">
        {wordings.map(({ wording, rows }, at) => (
          <div key={wording} className="min-w-0 wrap-anywhere">
            <input type="hidden" name={`m${at}.wording`} value={wording} />
            <MaterialChoice
              id={`m${at}`}
              name={`m${at}.material`}
              label={t('wordingRows', { wording, count: rows })}
              value=""
            />
          </div>
        ))}
      </div>
      <div>
        <Button look="secondary" wide>
          {t('wordingsSave')}
        </Button>
      </div>
    </Form>
  )
}

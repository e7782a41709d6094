import { Form } from '@remix-run/react'
import { communes } from '~/messages/communes'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Select } from '~/ui/inputs'

/** Chooses the year of a page of figures; works as a plain link of the browser. */
export function YearForm({
  action,
  year,
  years,
  keep = {},
}: {
  action: string
  year: number
  years: readonly number[]
  /** Other fields of the query to keep. */
  keep?: Readonly<Record<string, string>>
}) {
  const t = useT(communes)
  return (
    <Form method="get" action={action} className="flex items-end gap-3" data-screen-only>
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Select
        id="year"
        name="annee"
        key={year}
        label={t('year')}
        placeholder={null}
        defaultValue={String(year)}
        options={years.map((value) => ({ value: String(value), label: String(value) }))}
      />
      <Button look="secondary">{t('show')}</Button>
    </Form>
  )
}

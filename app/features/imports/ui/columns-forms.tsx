import { Form } from '@remix-run/react'
import { importColumns } from '~/messages/import-columns'
import { imports } from '~/messages/imports'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Select } from '~/ui/inputs'
import { IMPORT_FIELDS, MASS_SCALES, REUSABLE_SCALES, type ImportMapping } from '../model/fields'
import type { ShownColumn } from '../model/shown-columns'

/** What each column holds, beside some of its values. */
export function ColumnsForm({
  columns,
  mapping,
}: {
  columns: readonly ShownColumn[]
  mapping: ImportMapping
}) {
  const t = useT(importColumns)
  const tImports = useT(imports)
  const fieldAt = (at: number) => IMPORT_FIELDS.find((field) => mapping.columns[field] === at) ?? ''
  return (
    <Form method="post" className="flex flex-col gap-6">
      <input type="hidden" name="intent" value="columns" />
      <fieldset className="min-w-0">
        <legend className="mb-3 font-display text-lg font-bold">{t('table')}</legend>
        <ul className="grid gap-4 lg:grid-cols-2">
          {columns.map(({ at, letter, name, samples }) => (
            <li key={at} className="flex min-w-0 flex-col gap-2 rounded-md border-2 border-edge bg-card p-4">
              <p className="font-semibold wrap-anywhere">
                {name ? t('named', { letter, name }) : t('column', { letter })}
              </p>
              <p className="text-muted wrap-anywhere">
                {samples.length > 0 ? t('samples', { samples: samples.join(' · ') }) : t('noSample')}
              </p>
              <Select
                id={`c${at}`}
                name={`c${at}`}
                label={t('what', { letter })}
                hideLabel
                defaultValue={fieldAt(at)}
                placeholder={t('nothing')}
                options={IMPORT_FIELDS.map((field) => ({
                  value: field,
                  label: tImports(`field.${field}.name`),
                }))}
              />
            </li>
          ))}
        </ul>
      </fieldset>
      <div className="grid items-end gap-6 sm:grid-cols-2">
        <Select
          id="massIn"
          name="massIn"
          label={t('massIn')}
          defaultValue={mapping.massIn}
          placeholder={null}
          options={MASS_SCALES.map((value) => ({ value, label: t(`scale.${value}`) }))}
        />
        <Select
          id="reusableIn"
          name="reusableIn"
          label={t('reusableIn')}
          defaultValue={mapping.reusableIn}
          placeholder={null}
          options={REUSABLE_SCALES.map((value) => ({ value, label: t(`scale.${value}`) }))}
        />
      </div>
      <div>
        <Button wide>{t('submit')}</Button>
      </div>
    </Form>
  )
}

/** Which sheet of the workbook is read. */
export function SheetForm({ sheet, sheets }: { sheet: string; sheets: readonly string[] }) {
  const t = useT(importColumns)
  return (
    <Form method="post" className="flex max-w-3xl flex-col gap-4 border-t-4 border-edge pt-4">
      <h2 className="text-xl">{t('sheet')}</h2>
      <Select
        id="sheet"
        name="sheet"
        label={t('sheetLabel')}
        defaultValue={sheet}
        placeholder={null}
        options={sheets.map((name) => ({ value: name, label: name }))}
      />
      <div>
        <Button look="secondary" name="intent" value="sheet" wide>
          {t('sheetSubmit')}
        </Button>
      </div>
    </Form>
  )
}

/** Which row holds the heads. */
export function HeadsForm({
  headRow,
  choices,
}: {
  headRow: number | null
  choices: readonly { row: number; cells: string }[]
}) {
  const t = useT(importColumns)
  return (
    <Form method="post" className="flex max-w-3xl flex-col gap-4 border-t-4 border-edge pt-4">
      <h2 className="text-xl">{t('heads')}</h2>
      <Select
        id="headRow"
        name="headRow"
        label={t('headsLabel')}
        defaultValue={headRow === null ? 'none' : String(headRow)}
        placeholder={null}
        options={[
          ...choices.map(({ row, cells }) => ({ value: String(row), label: t('headsRow', { row, cells }) })),
          { value: 'none', label: t('headsNone') },
        ]}
      />
      <div>
        <Button look="secondary" name="intent" value="heads" wide>
          {t('headsSubmit')}
        </Button>
      </div>
    </Form>
  )
}

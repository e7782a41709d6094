import { labelSheets } from '~/messages/label-sheets'
import { RadioCards } from '~/ui/choices'
import { useT } from '~/ui/i18n'
import { DEFAULT_FORMAT, SHEET_FORMAT_IDS, type SheetFormatId } from '../model/sheet-format'

/** On which paper labels are printed. */
export function FormatField({
  chosen = DEFAULT_FORMAT,
  error,
}: {
  chosen?: SheetFormatId
  error?: string | readonly string[] | null
}) {
  const t = useT(labelSheets)
  return (
    <RadioCards
      label={t('format.label')}
      name="format"
      defaultValue={chosen}
      error={error}
      columns={2}
      choices={SHEET_FORMAT_IDS.map((id) => ({ value: id, label: t(`format.${id}`) }))}
    />
  )
}

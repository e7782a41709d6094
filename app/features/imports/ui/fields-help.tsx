import { imports } from '~/messages/imports'
import { useT } from '~/ui/i18n'
import { FactList } from '~/ui/tag-card'
import { IMPORT_FIELDS } from '../model/fields'

/** What a survey before works holds, field by field. */
export function FieldsHelp() {
  const t = useT(imports)
  return (
    <section aria-labelledby="fields-title" className="flex flex-col gap-4">
      <h2 id="fields-title" className="text-2xl">
        {t('fields.title')}
      </h2>
      <p className="prose-width">{t('fields.text')}</p>
      <FactList
        facts={IMPORT_FIELDS.map((field) => ({
          term: t(`field.${field}.name`),
          value: t(`field.${field}.hint`),
        }))}
      />
    </section>
  )
}

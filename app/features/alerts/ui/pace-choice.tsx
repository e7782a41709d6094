import { alerts } from '~/messages/alerts'
import { RadioCards } from '~/ui/choices'
import { useT } from '~/ui/i18n'
import { ALERT_PACES } from '../model/saved-search'

/** When alerts come. */
export function PaceChoice({ chosen, error, id }: { chosen?: string; error?: string[]; id?: string }) {
  const t = useT(alerts)
  return (
    <RadioCards
      id={id}
      name="pace"
      label={t('pace.label')}
      error={error}
      required
      defaultValue={chosen}
      choices={ALERT_PACES.map((value) => ({
        value,
        label: t(`pace.${value}`),
        hint: t(`pace.${value}Hint`),
      }))}
    />
  )
}

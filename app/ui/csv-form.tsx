import { interfaceTexts } from '~/messages/interface'
import { Button } from './button'
import { useT } from './i18n'
import { DownloadIcon } from './icons'

/** The button that downloads a list that is stored nowhere yet: the page sends what it shows. Stands outside other forms. */
export function CsvForm({ action, fields }: { action: string; fields: Readonly<Record<string, string>> }) {
  const t = useT(interfaceTexts)
  return (
    <form method="post" action={action} encType="multipart/form-data" data-screen-only>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button look="quiet">
        <DownloadIcon />
        {t('table.csv')}
      </Button>
    </form>
  )
}

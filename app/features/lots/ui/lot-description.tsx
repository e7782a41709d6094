import { lots } from '~/messages/lots'
import { useT } from '~/ui/i18n'

/** What the giver says of a lot, under its heading; `id` names the heading for the section around it. */
export function LotDescription({ text, id }: { text: string; id: string }) {
  const t = useT(lots)
  return (
    <>
      <h2 id={id}>{t('page.description')}</h2>
      <p className={`prose-width whitespace-pre-line ${text ? '' : 'text-muted'}`}>
        {text || t('page.noDescription')}
      </p>
    </>
  )
}

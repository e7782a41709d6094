import { suggestions } from '~/messages/suggestions'
import { useT } from './i18n'

/** Says that a text was searched for in a simpler way, while the server that answers gets ready. */
export function SimplerSearch({ isSimpler }: { isSimpler: boolean }) {
  const t = useT(suggestions)
  return isSimpler ? <p className="text-muted">{t('simpler')}</p> : null
}

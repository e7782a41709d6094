import { programme } from '~/messages/programme'
import { useT } from '~/ui/i18n'

/** Writes cents of a grant or a budget, tax included: «12 000 €». */
export function useAmount(): (cents: number) => string {
  const t = useT(programme)
  return (cents) => t('amount', { value: cents / 100 })
}

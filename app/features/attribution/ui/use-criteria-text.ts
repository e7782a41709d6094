import { attribution } from '~/messages/attribution'
import { useT } from '~/ui/i18n'
import type { AttributionCriterion } from '../model/attribution-criteria'

/** Criteria in one line, in the order in which they count. */
export function useCriteriaText(): (criteria: readonly AttributionCriterion[]) => string {
  const t = useT(attribution)
  return (criteria) => criteria.map((criterion) => t(`criterion.${criterion}`)).join(', ')
}

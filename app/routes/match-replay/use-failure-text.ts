import type { NoMatch } from '~/features/matching/model/score'
import type { attributes } from '~/messages/attributes'
import type { MessagesOf, Translate } from '~/messages/catalogue'
import { matchReplay } from '~/messages/match-replay'
import { useT } from '~/ui/i18n'

/** The sentence of a filter that a pair fails. */
export function useFailureText(
  tAttribute: Translate<MessagesOf<typeof attributes>>,
): (failure: NoMatch) => string {
  const t = useT(matchReplay)
  return ({ reason, attribute }) =>
    reason === 'attributes'
      ? t('failure.attributes', { name: attribute ? tAttribute(`label.${attribute}`).toLowerCase() : '' })
      : t(`failure.${reason}`)
}

import { webhooks } from '~/messages/webhooks'
import { useT } from '~/ui/i18n'
import { OWN_LOTS, SEEN_LOTS } from '../model/webhook'

/** A commune or an EPT whose lots can be followed. */
export type Place = { code: string; name: string }
export type Places = { communes: readonly Place[]; territories: readonly Place[] }

/** Which lots a webhook hears of, in words. */
export function useScopeText({ communes, territories }: Places): (scope: string) => string {
  const t = useT(webhooks)
  return (scope) => {
    if (scope === OWN_LOTS || scope === SEEN_LOTS) return t(`scopes.${scope}`)
    return [...communes, ...territories].find(({ code }) => code === scope)?.name ?? t('scopes.gone')
  }
}

export const STATE_TONES = { active: 'success', failing: 'danger', paused: 'warning' } as const

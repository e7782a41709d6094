import { photos } from '~/messages/photos'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import type { Held } from './use-publish-when-sent'

/** Why «Publier» has not published yet. */
export function SendingNotice({ state }: { state: Held }) {
  const t = useT(photos)
  if (state === null) return null
  return state === 'sending' ? (
    <Notice live title={t('waitTitle')}>
      {t('waitText')}
    </Notice>
  ) : (
    <Notice live tone="danger" title={t('failedTitle')}>
      {t('failedText')}
    </Notice>
  )
}

import { field } from '~/messages/field'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import type { Update } from './use-service-worker'

/** Says that a newer version is ready; it comes when asked for, never in the middle of writing. */
export function VersionNotice({ update }: { update: Update }) {
  const t = useT(field)
  if (!update) return null
  return (
    <Notice
      live
      title={t('version.title')}
      action={
        <Button type="button" look="secondary" small onClick={update.reload}>
          {t('version.reload')}
        </Button>
      }
    >
      {t('version.text')}
    </Notice>
  )
}

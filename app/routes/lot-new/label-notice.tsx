import { labels } from '~/messages/labels'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'

/** Says which blank label the lot will take. */
export function LabelNotice({ code }: { code: string }) {
  const t = useT(labels)
  return <Notice title={t('posting.title', { code })}>{t('posting.text')}</Notice>
}

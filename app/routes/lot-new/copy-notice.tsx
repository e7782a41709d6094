import { myLots } from '~/messages/my-lots'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'

/** Says which lot the form starts from, and what of it is not taken over. */
export function CopyNotice({ lot }: { lot: { title: string; reference: string } }) {
  const t = useT(myLots)
  return <Notice title={t('copy.title', lot)}>{t('copy.text')}</Notice>
}

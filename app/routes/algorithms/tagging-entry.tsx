import { paths } from '~/core/paths'
import type { ModelKind } from '~/features/classifier/model/model-card'
import { algorithms } from '~/messages/algorithms'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { RegisterEntry } from './register-entry'

/** The image classifier in six answers; its figures, data and energy have a page of their own. */
export function TaggingEntry({ kind }: { kind: ModelKind | null }) {
  const t = useT(algorithms)
  return (
    <RegisterEntry
      id="tagging"
      title={t('tagging.title')}
      texts={{
        purpose: t('tagging.purpose'),
        part: t('tagging.part'),
        decides: t('tagging.decides'),
        data: t('tagging.data'),
        operations: t(kind === 'zero-shot' ? 'tagging.operationsZeroShot' : 'tagging.operations'),
        limits: t('tagging.limits'),
        off: t('tagging.off'),
      }}
    >
      {kind === null && <Notice tone="info">{t('tagging.missing')}</Notice>}
      <p>
        <ButtonLink to={paths.aiUse()}>{t('tagging.more')}</ButtonLink>
      </p>
    </RegisterEntry>
  )
}

import { spacedCode } from '~/features/labels/model/code'
import { fieldLabels } from '~/messages/field-labels'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import type { FieldDraft } from '../model/field-draft'

/** What became of the label of a draft: it waits with its lot, it is on it, or the server gave the reason why not. */
export function LabelNews({ draft: { label, labelFault, state } }: { draft: FieldDraft }) {
  const t = useT(fieldLabels)
  if (!label) return null
  const code = spacedCode(label)
  if (labelFault) {
    return (
      <Notice tone="warning" title={t('fault', { code })}>
        {t('faultText', { sentence: labelFault })}
      </Notice>
    )
  }
  return <p className="text-muted">{t(state === 'sent' ? 'claimed' : 'on', { code })}</p>
}

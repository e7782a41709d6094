import { paths } from '~/core/paths'
import { spacedCode } from '~/features/labels/model/code'
import { fieldLabels } from '~/messages/field-labels'
import { Button, ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { ScanIcon } from '~/ui/icons'
import { takeLabelScreen } from '../labels/label-addresses'
import type { OpenDraft } from '../store/use-field-drafts'

/** The label that is stuck on the object already; the lot gets it once it is on the server. */
export function LabelChoice({ open: { draft, save } }: { open: OpenDraft }) {
  const t = useT(fieldLabels)
  const code = draft.label ? spacedCode(draft.label) : null
  return (
    <section aria-labelledby="title-label" className="flex flex-col gap-3 border-t-4 border-edge pt-3">
      <h2 id="title-label" className="text-2xl">
        {t('section')}
      </h2>
      {code ? <p className="reference text-2xl">{code}</p> : <p className="text-muted">{t('sectionText')}</p>}
      <div className="flex flex-wrap gap-2">
        <ButtonLink to={paths.field(takeLabelScreen(draft.id))} look="secondary" wide>
          <ScanIcon />
          {t(code ? 'change' : 'put')}
        </ButtonLink>
        {code && (
          <Button type="button" look="quiet" onClick={() => void save({ label: null })}>
            {t('takeOff', { code })}
          </Button>
        )}
      </div>
    </section>
  )
}

import { Link, useNavigate } from '@remix-run/react'
import { useState } from 'react'
import { paths } from '~/core/paths'
import { spacedCode } from '~/features/labels/model/code'
import { fieldLabels } from '~/messages/field-labels'
import { ButtonLink } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { keptTarget, mayTake, type KeptTarget } from '../../model/kept-label'
import { postingScreen } from '../post/field-addresses'
import { ScreenHeader } from '../screen-header'
import { useFieldDrafts } from '../store/use-field-drafts'
import { useFieldFacts } from '../store/use-field-store'
import { useDraftTitle } from '../use-draft-title'
import { useOnline } from '../use-online'
import { LabelEntry } from './label-entry'
import { LabelScreen } from './label-screen'
import { labelScreen } from './label-addresses'

/** Blank labels shown by their codes; the others are found by scanning. */
const SHOWN_BLANKS = 24

/** Labels without a network: read one, see what it opens, or put it on the draft that asked for it. */
export function LabelsScreen({ code, draftId }: { code: string | null; draftId: string | null }) {
  const facts = useFieldFacts()
  if (!facts) return null
  if (code !== null) return <LabelScreen key={code} code={code} facts={facts} />
  return draftId === null ? <ReadOne /> : <TakeOne draftId={draftId} />
}

function ReadOne() {
  const t = useT(fieldLabels)
  const navigate = useNavigate()
  const facts = useFieldFacts()
  const isOnline = useOnline()
  const blanks = (facts?.labels ?? []).filter(({ lotId }) => lotId === null)
  return (
    <>
      <ScreenHeader title={t('title')} lead={t('lead')} />
      <LabelEntry onCode={(code) => void navigate(paths.field(labelScreen(code)))} />
      {facts?.who.canPublish && (
        <section aria-labelledby="blanks" className="flex flex-col gap-3">
          <h2 id="blanks">{t('blanks')}</h2>
          {blanks.length === 0 && <p className="text-muted">{t('blanksNone')}</p>}
          <ul className="flex flex-wrap gap-2 empty:hidden">
            {blanks.slice(0, SHOWN_BLANKS).map(({ code }) => (
              <li key={code}>
                <Link to={paths.field(labelScreen(code))} className="chip reference">
                  {spacedCode(code)}
                </Link>
              </li>
            ))}
          </ul>
          {isOnline ? (
            <ButtonLink to={paths.labels()} reloadDocument look="secondary" wide>
              {t('print')}
            </ButtonLink>
          ) : (
            <p className="text-muted">{t('printOffline')}</p>
          )}
        </section>
      )}
    </>
  )
}

/** Takes the label that is on the object for a draft, then goes back to it. */
function TakeOne({ draftId }: { draftId: string }) {
  const t = useT(fieldLabels)
  const navigate = useNavigate()
  const facts = useFieldFacts()
  const { drafts, save } = useFieldDrafts()
  const nameOf = useHolderName()
  const [taken, setTaken] = useState<string | null>(null)
  const back = paths.field(postingScreen(draftId))
  const take = (code: string) => {
    if (!facts) return
    const target = keptTarget(code, facts, drafts)
    if (!mayTake(target, draftId)) return setTaken(nameOf(target))
    void save(draftId, { label: code })
    void navigate(back)
  }
  return (
    <>
      <ScreenHeader title={t('section')} lead={t('leadDraft')} back={back} />
      {taken !== null && <Notice tone="warning" live title={t('taken', { name: taken })} />}
      <LabelEntry onCode={take} />
    </>
  )
}

function useHolderName() {
  const titleOf = useDraftTitle()
  return (target: KeptTarget): string => {
    if (target.kind === 'draft') return titleOf(target.draft)
    if (target.kind === 'lot') return target.lot.reference
    return target.kind === 'reservation' ? (target.reservations[0]?.lotReference ?? '') : ''
  }
}

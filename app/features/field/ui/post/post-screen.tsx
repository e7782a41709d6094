import { useState } from 'react'
import { fieldPost } from '~/messages/field-post'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { TrashIcon } from '~/ui/icons'
import { Button } from '~/ui/button'
import type { FieldFacts } from '../../model/field-facts'
import { useFieldDraft, type OpenDraft } from '../store/use-field-drafts'
import { useFieldFacts } from '../store/use-field-store'
import { LabelChoice } from './label-choice'
import { LaneBar } from './lane-bar'
import { PostDone } from './post-done'
import { PostHeader } from './post-header'
import { PostSections } from './post-sections'
import { PublishBar } from './publish-bar'
import { sectionId } from './section-ids'
import { useLane } from './use-lane'
import { usePosting } from './use-posting'

/** One lot, posted with taps on one screen; what became of it once it left. */
export function PostScreen({ draftId }: { draftId: string }) {
  const t = useT(fieldPost)
  const open = useFieldDraft(draftId)
  const facts = useFieldFacts()
  if (!open || !facts) {
    return (
      <Notice tone="info" title={t('gone.title')}>
        {t('gone.text')}
      </Notice>
    )
  }
  const { state, cause } = open.draft
  const isBack = state === 'ready' && cause === 'refused'
  if (state !== 'writing' && !isBack) return <PostDone key={draftId} open={open} facts={facts} />
  return <PostForm key={draftId} open={open} facts={facts} />
}

function PostForm({ open, facts }: { open: OpenDraft; facts: FieldFacts }) {
  const t = useT(fieldPost)
  const posting = usePosting(open, facts)
  const lane = useLane(open.draft.id)
  const [isChecked, setChecked] = useState(false)
  const { needed } = posting
  const publish = async () => {
    setChecked(true)
    const first = needed[0]
    if (first) return goTo(sectionId(first))
    if (await posting.publish()) lane.goOn()
  }
  return (
    <div className="tap-bar-room flex flex-col gap-8">
      {lane.place && <LaneBar lane={lane} />}
      <PostHeader posting={posting} />
      {open.draft.cause === 'refused' && (
        <Notice tone="danger" live title={t('refused')}>
          {(open.draft.faults[''] ?? []).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      )}
      <PostSections posting={posting} isChecked={isChecked} />
      <LabelChoice open={open} />
      <Discard open={open} onGone={lane.goOn} />
      <PublishBar needed={needed} isChecked={isChecked} onPublish={() => void publish()} onGo={goTo} />
    </div>
  )
}

/** Goes to a section, for eyes and for the keyboard. */
function goTo(id: string): void {
  const section = document.getElementById(id)
  section?.scrollIntoView({ block: 'start' })
  section?.focus({ preventScroll: true })
}

/** Deletes the draft, in two taps. */
function Discard({ open, onGone }: { open: OpenDraft; onGone: () => void }) {
  const t = useT(fieldPost)
  const [isAsked, setAsked] = useState(false)
  if (!isAsked) {
    return (
      <Button type="button" look="quiet" className="self-start" onClick={() => setAsked(true)}>
        <TrashIcon />
        {t('discard')}
      </Button>
    )
  }
  return (
    <div className="grid grid-cols-2 gap-2" role="group" aria-label={t('discard')}>
      <Button type="button" look="secondary" autoFocus onClick={() => setAsked(false)}>
        {t('keep')}
      </Button>
      <Button
        type="button"
        look="danger"
        onClick={() => {
          void open.discard()
          onGone()
        }}
      >
        {t('discardSure')}
      </Button>
    </div>
  )
}

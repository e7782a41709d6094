import { useEffect, useRef } from 'react'
import { paths } from '~/core/paths'
import { textOf } from '~/features/lots/model/posting-answers'
import { fieldPost } from '~/messages/field-post'
import { materials } from '~/messages/materials'
import { Button } from '~/ui/button'
import { useT } from '~/ui/i18n'
import { CheckIcon, ClockIcon, PlusIcon } from '~/ui/icons'
import { TapeRule } from '~/ui/marks'
import type { FieldFacts } from '../../model/field-facts'
import { materialOf } from '../../model/post/answering'
import { useFieldDrafts, type OpenDraft } from '../store/use-field-drafts'
import { LabelNews } from '../label-news'
import { FIELD_HOME, postingScreen } from './field-addresses'
import { useGo } from './use-go'

/** What became of a lot that was published: it waits here for the network, or it is online; and what comes next. */
export function PostDone({ open, facts }: { open: OpenDraft; facts: FieldFacts }) {
  const t = useT(fieldPost)
  const tMaterial = useT(materials)
  const go = useGo()
  const { start } = useFieldDrafts()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const { draft } = open
  const isSent = draft.state === 'sent'
  const material = materialOf(draft)
  const site = facts.sites.find(({ id }) => id === textOf(draft.answers, 'siteId'))
  const again = async () => {
    const id = await start()
    if (id) go(postingScreen(id))
  }
  return (
    <section className="tag mt-6">
      <div className="tag-head">
        <span className="hole" aria-hidden />
        <p className="reference text-2xl">{draft.reference ?? t('title')}</p>
      </div>
      <TapeRule />
      <div className="flex flex-col gap-4 p-4" role="status">
        <h1 ref={title} tabIndex={-1} className="flex items-center gap-3 text-3xl">
          {isSent ? <CheckIcon className="flex-none" /> : <ClockIcon className="flex-none" />}
          {t(isSent ? 'done.sent' : 'done.queued')}
        </h1>
        <p className="text-lg">
          {material && <strong>{tMaterial(`type.${material}.name`)}. </strong>}
          {isSent
            ? draft.reference
              ? t('done.sentText', { reference: draft.reference })
              : t('done.sentPlain')
            : t('done.queuedText')}
        </p>
        {site && <p className="text-muted">{site.name}</p>}
        <LabelNews draft={draft} />
      </div>
      <div className="flex flex-col gap-2 p-4 pt-0">
        <Button type="button" className="min-h-16 text-lg" onClick={() => void again()}>
          <PlusIcon />
          {t('done.again')}
        </Button>
        {isSent && (
          <a href={paths.lot(draft.id)} className="button button-secondary">
            {t('done.see')}
          </a>
        )}
        {!isSent && (
          <Button type="button" look="secondary" onClick={() => void open.reopen()}>
            {t('done.reopen')}
          </Button>
        )}
        <Button type="button" look="quiet" onClick={() => go(FIELD_HOME)}>
          {t('done.home')}
        </Button>
      </div>
    </section>
  )
}

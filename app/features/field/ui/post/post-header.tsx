import { fieldPost } from '~/messages/field-post'
import { useT } from '~/ui/i18n'
import { TapeRule } from '~/ui/marks'
import { ANSWERS_NEEDED } from '../../model/post/needed-answers'
import type { Posting } from './use-posting'

/** The head of the tag: its hole, what it is, and how far it has come. */
export function PostHeader({ posting: { needed } }: { posting: Posting }) {
  const t = useT(fieldPost)
  const done = ANSWERS_NEEDED - needed.length
  return (
    <header className="tag">
      <div className="tag-head flex-nowrap">
        <span className="hole" aria-hidden />
        <h1 className="text-2xl">{t('title')}</h1>
        <p className="reference ml-auto text-2xl">
          <span aria-hidden>{t('answered', { done, all: ANSWERS_NEEDED })}</span>
          <span className="sr-only">{t('answeredLong', { done, all: ANSWERS_NEEDED })}</span>
        </p>
      </div>
      <TapeRule thin />
      <p className="px-4 py-1.5 text-sm text-muted">{t('kept')}</p>
    </header>
  )
}

import type { SubmissionResult } from '@conform-to/react'
import { Form, Link } from '@remix-run/react'
import { paths } from '~/core/paths'
import { ReportLink } from '~/features/moderation/ui/report-link'
import type { Post, Thread } from '~/features/programme/model/fiche'
import { moderation } from '~/messages/moderation'
import { programmeLibrary } from '~/messages/programme-library'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { useFormat, useT } from '~/ui/i18n'
import { Textarea } from '~/ui/inputs'

type Reply = SubmissionResult<string[]> | undefined

/** The form of a post, or of an answer to one. Its reply is found by the post it answers. */
export function PostForm({
  id,
  parentId,
  label,
  reply,
}: {
  id: string
  parentId?: string
  label: string
  reply: Reply
}) {
  const t = useT(programmeLibrary)
  const sent = reply?.initialValue
  const isOwn = sent?.intent === 'post' && (sent.parentId ?? '') === (parentId ?? '')
  const [error] = isOwn ? (reply?.error?.text ?? reply?.error?.[''] ?? []) : []
  const fieldId = `text-${parentId ?? 'new'}`
  return (
    <Form method="post" className="flex max-w-3xl flex-col gap-3" data-screen-only>
      <ErrorSummary id={`errors-${parentId ?? 'new'}`} errors={error ? [{ fieldId, message: error }] : []} />
      <input type="hidden" name="id" value={isOwn && typeof sent.id === 'string' ? sent.id : id} />
      {parentId && <input type="hidden" name="parentId" value={parentId} />}
      <Textarea
        id={fieldId}
        name="text"
        label={label}
        hint={parentId ? undefined : t('club.writeHint')}
        error={error}
        rows={3}
        maxLength={1000}
        defaultValue={isOwn && typeof sent.text === 'string' ? sent.text : ''}
      />
      <div>
        <Button name="intent" value="post" look={parentId ? 'secondary' : 'action'} wide>
          {t(parentId ? 'club.answer' : 'club.submit')}
        </Button>
      </div>
    </Form>
  )
}

type Shown = {
  moderates: boolean
  /** Decisions in force about posts of the reader's organisation, by post. */
  decisions: Readonly<Record<string, string>>
}

/** A post with its answers and the form that answers it. */
export function ThreadView({
  thread,
  reply,
  ...shown
}: Shown & { thread: Thread & { answerId: string }; reply: Reply }) {
  const t = useT(programmeLibrary)
  const isAnswering = reply?.initialValue?.parentId === thread.id
  return (
    <article className="flex flex-col gap-3 border-t-2 border-edge pt-3">
      <PostView post={thread} {...shown} />
      {thread.answers.length > 0 && (
        <ul className="flex flex-col gap-3 border-l-4 border-line pl-4">
          {thread.answers.map((answer) => (
            <li key={answer.id}>
              <PostView post={answer} {...shown} />
            </li>
          ))}
        </ul>
      )}
      {!thread.isHidden && (
        <details open={isAnswering} data-screen-only>
          <summary>{t('club.answer')}</summary>
          <div className="pt-3">
            <PostForm
              id={thread.answerId}
              parentId={thread.id}
              label={t('club.answerTo', { name: thread.authorName })}
              reply={reply}
            />
          </div>
        </details>
      )}
    </article>
  )
}

function PostView({ post, moderates, decisions }: Shown & { post: Post }) {
  const t = useT(programmeLibrary)
  const tModeration = useT(moderation)
  const decision = decisions[post.id]
  const format = useFormat()
  const { authorName: name, organisationName: organisation, createdAtMs, isHidden, hiddenReason } = post
  return (
    <div id={`message-${post.id}`} className="flex flex-col gap-1">
      <p className="text-muted">{t('club.by', { name, organisation, when: format.instant(createdAtMs) })}</p>
      {isHidden && <p className="font-semibold">{t('club.hidden', { reason: hiddenReason })}</p>}
      {post.text && <p className="whitespace-pre-line wrap-anywhere">{post.text}</p>}
      {!isHidden && <ReportLink kind="post" id={post.id} about={t('club.postOf', { name })} />}
      {decision && (
        <Link to={paths.moderationDecision(decision)} className="inline-flex min-h-11 items-center">
          {tModeration('own.read')}
        </Link>
      )}
      {moderates && (
        <p data-screen-only>
          <Link
            to={paths.reportedSubject('post', post.id)}
            className="inline-flex min-h-11 items-center"
            aria-label={t('club.moderateOf', { about: t('club.postOf', { name }) })}
          >
            {t('club.moderate')}
          </Link>
        </p>
      )}
    </div>
  )
}

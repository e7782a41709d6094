import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '~/core/ids'
import { paths } from '~/core/paths'
import { listDecisionsInForce } from '~/features/moderation/queries/cases.server'
import { can } from '~/features/organisations/model/permissions'
import { postInClub } from '~/features/programme/commands/post-in-club.server'
import { threadsOf } from '~/features/programme/model/fiche'
import { listPosts } from '~/features/programme/queries/library.server'
import { postSchema } from '~/features/programme/schema'
import { ProgrammeSections } from '~/features/programme/ui/sections'
import { requireActor } from '~/http/actor.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { programme } from '~/messages/programme'
import { programmeLibrary } from '~/messages/programme-library'
import { CsvLink } from '~/ui/data-table'
import { useT } from '~/ui/i18n'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { PostForm, ThreadView } from './threads'

const DONE = ['publie'] as const

export const meta: MetaFunction = pageTitle(programmeLibrary, 'club.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'programme:share')
  const moderates = can(actor, 'programme:manage')
  const threads = threadsOf(await listPosts()).map((thread) => ({
    ...withoutHidden(thread, moderates),
    answers: thread.answers.map((answer) => withoutHidden(answer, moderates)),
    // Each form makes the id of what it sends.
    answerId: newId(),
  }))
  const done = new URL(request.url).searchParams.get('fait')
  // Of the reader's own posts: the way to the reasons of those that are hidden, and to an appeal.
  const decisions = Object.fromEntries(await listDecisionsInForce('post', actor.organisationId))
  return { threads, moderates, decisions, newId: newId(), done: DONE.find((known) => known === done) ?? null }
}

/** A hidden post without its words, but for the team that may show it again. */
function withoutHidden<P extends { text: string; isHidden: boolean }>(post: P, moderates: boolean): P {
  return post.isHidden && !moderates ? { ...post, text: '' } : post
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'programme:share')
  const form = await parseForm(request, postSchema)
  if (!form.ok) return form.reply
  const { id, parentId, text } = form.value
  const posted = await postInClub({ actor, id, parentId, text })
  return posted.ok ? redirect(paths.club('publie')) : form.refuse(posted.error)
}

export default function Club() {
  const t = useT(programmeLibrary)
  const tProgramme = useT(programme)
  const { threads, moderates, decisions, newId: freshId, done } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.result
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <PageHeader
        title={t('club.title')}
        lead={t('club.lead')}
        back={{ to: paths.programme(), label: tProgramme('back') }}
      />
      <ProgrammeSections isMember />
      {done && !reply && <Notice tone="success" live title={t(`club.done.${done}`)} />}
      <PostForm id={freshId} label={t('club.write')} reply={reply} />
      <section aria-labelledby="threads" className="flex max-w-3xl flex-col gap-6">
        <h2 id="threads" className="text-2xl">
          {t('club.threads')}
        </h2>
        {threads.length === 0 ? <p>{t('club.none')}</p> : <CsvLink href={paths.clubCsv()} />}
        <ul className="flex flex-col gap-8">
          {threads.map((thread) => (
            <li key={thread.id}>
              <ThreadView thread={thread} moderates={moderates} decisions={decisions} reply={reply} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

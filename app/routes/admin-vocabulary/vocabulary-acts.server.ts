import type { SubmissionResult } from '@conform-to/react'
import { data, redirect } from '@remix-run/node'
import { paths } from '~/core/paths'
import { tryVocabularies, type Tried } from '~/features/lots/try-vocabulary.server'
import type { Actor } from '~/features/organisations/model/permissions'
import { changeEntry, restoreVocabulary } from '~/features/vocabulary/commands/set-vocabulary.server'
import { changedEntries } from '~/features/vocabulary/model/change-vocabulary'
import { vocabularyInForce } from '~/features/vocabulary/queries/versions.server'
import { entryFormSchema, restoreVocabularySchema } from '~/features/vocabulary/schema'
import { keepAnswers } from '~/http/keep-answers.server'
import { parseForm } from '~/http/parse-form.server'

export type Preview = { text: string; before: Tried; after: Tried }
export type VocabularyReply = { result: SubmissionResult<string[]>; preview?: Preview }

/** Tries an entry on a real search, keeps or removes it, or puts an earlier version back. */
export async function actOnVocabulary(request: Request, actor: Actor, formData: FormData) {
  if (formData.get('intent') === 'restore') return restore(request, actor, formData)
  const form = await parseForm(request, entryFormSchema, formData)
  if (!form.ok) return form.reply
  const { intent, seen, at, words, broader, tried, reason } = form.value
  const entry = { words, broader }
  if (intent === 'preview') {
    const before = await vocabularyInForce()
    // The place of an entry is that of the version that was seen; in another, the words typed are tried beside the rest.
    const place = before.version === seen ? at : null
    const entries = changedEntries(before.entries, { kind: 'set', at: place, entry }) ?? before.entries
    const text = tried || words[0]!
    const preview = {
      text,
      ...(await tryVocabularies(text, { before, after: { version: 'preview', entries } })),
    }
    return data<VocabularyReply>({ result: keepAnswers(formData), preview })
  }
  const isRemoval = intent === 'remove' && at !== null
  const change = isRemoval ? ({ kind: 'removed', at } as const) : ({ kind: 'set', at, entry } as const)
  const changed = await changeEntry({ actor, seen, reason, change })
  if (!changed.ok) return form.refuse(changed.error)
  return redirect(paths.vocabulary(isRemoval ? '?fait=retiree' : '?fait=enregistree'))
}

async function restore(request: Request, actor: Actor, formData: FormData) {
  const form = await parseForm(request, restoreVocabularySchema, formData)
  if (!form.ok) return form.reply
  const { seen, version } = form.value
  const restored = await restoreVocabulary({ actor, seen, version, reason: '' })
  return restored.ok ? redirect(paths.vocabulary('?fait=remise')) : form.refuse(restored.error)
}

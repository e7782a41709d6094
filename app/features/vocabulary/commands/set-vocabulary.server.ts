import { nowMs } from '~/core/clock'
import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { changedEntries, isSameVocabulary, type EntryChange } from '../model/change-vocabulary'
import { entryLine } from '../model/entry-line'
import { MOST_ENTRIES, type Vocabulary, type VocabularyEntry } from '../model/entries'
import type { VocabularyVersion } from '../model/vocabulary-version'
import { countVocabularies, findVocabulary, vocabularyInForce } from '../queries/versions.server'
import { insertVocabulary } from '../repo.server'

type Act = Exclude<VocabularyVersion['act'], 'shipped'>
type Wanted = { entries: VocabularyEntry[]; act: Act; subject: string }
/** `seen`: the version that the person saw in force. */
type Change = { actor: Actor; seen: string; reason: string }

/** Sets or removes an entry: a version of its own, in force for every search from then on. */
export async function changeEntry({
  change,
  ...asked
}: Change & { change: EntryChange }): Promise<Result<Vocabulary>> {
  return putInForce(asked, (current) => {
    const entries = changedEntries(current.entries, change)
    if (!entries) return refused('not-found')
    const told = change.kind === 'set' ? change.entry : current.entries[change.at]!
    return ok({ entries, act: change.kind, subject: entryLine(told) })
  })
}

/** Puts a whole table in force, as a file holds it. */
export async function importVocabulary({
  entries,
  ...asked
}: Change & { entries: readonly VocabularyEntry[] }): Promise<Result<Vocabulary>> {
  return putInForce(asked, () => ok({ entries: [...entries], act: 'imported', subject: '' }))
}

/** Puts the entries of an earlier version, or those that ship, back in force under a version of their own. */
export async function restoreVocabulary({
  version,
  ...asked
}: Change & { version: string }): Promise<Result<Vocabulary>> {
  return putInForce(asked, async () => {
    const earlier = await findVocabulary(version)
    if (!earlier) return refused('not-found')
    return ok({ entries: [...earlier.entries], act: 'restored', subject: version })
  })
}

/**
 * Keeps a table as the newest version, with its event. Refuses when another came into force since the person looked, and
 * when nothing would change: sending a form twice keeps one version.
 */
async function putInForce(
  { actor, seen, reason }: Change,
  want: (current: Vocabulary) => Result<Wanted> | Promise<Result<Wanted>>,
): Promise<Result<Vocabulary>> {
  if (!can(actor, 'vocabulary:manage')) return refused('forbidden')
  return withTx(async (tx) => {
    const current = await vocabularyInForce(tx)
    if (current.version !== seen) {
      return refused('vocabulary-meanwhile', { params: { version: current.version } })
    }
    const wanted = await want(current)
    if (!wanted.ok) return wanted
    const { entries, act, subject } = wanted.value
    if (entries.length > MOST_ENTRIES) return refused('vocabulary-full', { params: { most: MOST_ENTRIES } })
    if (isSameVocabulary(current.entries, entries)) return refused('vocabulary-same')
    const { total, newestAtMs } = await countVocabularies(tx)
    const version = `v${total + 1}`
    await insertVocabulary(tx, {
      version,
      entries: entries.map(({ words, broader }) => ({ words: [...words], broader: [...broader] })),
      act,
      subject,
      reason,
      setByUserId: actor.userId,
      // The newest is in force: none may share its instant, not even after the clock was set back.
      setAtMs: Math.max(nowMs(), newestAtMs + 1),
    })
    await recordChange(tx, {
      entity: 'vocabulary',
      entityId: version,
      kind: act,
      actorUserId: actor.userId,
      detail: { reason, subject, before: current.version, size: entries.length },
    })
    return ok({ version, entries })
  })
}

import { z } from 'zod'
import { MOST_ENTRIES, MOST_WORDS_OF_ENTRY } from './model/entries'
import { checkEntry, readWordList } from './model/entry-line'

const versionField = z.string().regex(/^v\d{1,9}$/, 'invalid_value')
const reasonField = z.string().trim().max(500, 'too_long').default('')
const wordsField = z.string().max(2000, 'too_long').default('').transform(readWordList)
/** The place of an entry in the version that the person saw; empty for a new one. */
const placeField = z
  .string()
  .regex(/^\d{0,5}$/, 'invalid_value')
  .default('')
  .transform((text) => (text === '' ? null : Number(text)))

/** The form of an entry: its words, what they are a kind of, a search to try it on, and why it changes. */
export const entryFormSchema = z
  .strictObject({
    intent: z.enum(['preview', 'save', 'remove']),
    seen: versionField,
    at: placeField,
    words: wordsField,
    broader: wordsField,
    tried: z.string().trim().max(100, 'too_long').default(''),
    reason: reasonField,
  })
  .superRefine(({ intent, words, broader, at, reason }, context) => {
    const fault = intent === 'remove' ? null : checkEntry({ words, broader })
    if (fault)
      context.addIssue({
        code: 'custom',
        path: ['words'],
        message: `vocabulary_${fault.replaceAll('-', '_')}`,
      })
    if (intent !== 'preview' && reason === '') {
      context.addIssue({ code: 'custom', path: ['reason'], message: 'required' })
    }
    if (intent === 'remove' && at === null) {
      context.addIssue({ code: 'custom', path: ['at'], message: 'invalid_value' })
    }
  })

/** A table that was read of a file, as the page of its preview carries it until it is put in force. */
export const carriedTable = z
  .array(
    z
      .strictObject({
        words: z.array(z.string()).max(MOST_WORDS_OF_ENTRY),
        broader: z.array(z.string()).max(MOST_WORDS_OF_ENTRY),
      })
      .refine((entry) => checkEntry(entry) === null),
  )
  .min(1)
  .max(MOST_ENTRIES)

/** The button that puts an earlier version back. */
export const restoreVocabularySchema = z.strictObject({
  intent: z.literal('restore'),
  seen: versionField,
  version: versionField,
})

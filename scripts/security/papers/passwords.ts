import { COMMON_WORDS, CONTEXT_WORDS } from '~/features/identity/model/password-words'
import { LEAST_WORTH } from '~/features/identity/model/guessable-password'
import { newPasswordField } from '~/schema/fields'

/** What a password must be and may not be, as Markdown before prettier. */
export function passwordsPaper(): string {
  const { minLength, maxLength } = newPasswordField
  return [
    '# Passwords',
    `From ${minLength} to ${maxLength} characters, of any kind, typed or pasted; taken as they come, without a rule on what they are made of and without a term. Kept as argon2id hashes ([cryptography](cryptography.md)).`,
    `A password must be worth ${LEAST_WORTH} characters to who guesses, where each word below, each word of the person’s address, name and organisation, each run of keys or of the alphabet, each year and each repetition counts as one, also with signs for letters. The operator may add a list of leaked passwords (\`BREACHED_PASSWORDS\`): a file of SHA-1 hashes in their order, such as Have I Been Pwned gives out, searched on the disk; without it no list of leaks is looked at, and \`gisement config check\` says so.`,
    '## Words of the context',
    `ASVS 6.1.2: ${listed(CONTEXT_WORDS)}.`,
    '## Common words',
    `${listed(COMMON_WORDS)}.`,
  ].join('\n\n')
}

function listed(words: readonly string[]): string {
  return [...words].sort().join(', ')
}

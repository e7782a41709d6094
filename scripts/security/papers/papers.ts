import { readSources } from '../sources/read-sources'
import { cryptographyPaper } from './cryptography'
import { dataClassesPaper } from './data-classes'
import { inputRulesPaper } from './input-rules'
import { limitsPaper } from './limits'
import { logsPaper } from './logs'
import { passwordsPaper } from './passwords'
import { sessionsPaper } from './sessions'

/** The documents of `docs/security` that are made from the code, by file name, before prettier. */
export async function securityPapers(root: string): Promise<Record<string, string>> {
  return {
    'cryptography.md': cryptographyPaper(),
    'data-classes.md': dataClassesPaper(),
    'input-rules.md': await inputRulesPaper(root),
    'limits.md': limitsPaper(readSources(root)),
    'logs.md': logsPaper(),
    'passwords.md': passwordsPaper(),
    'sessions.md': sessionsPaper(),
  }
}

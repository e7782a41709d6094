import { env } from '~/platform/env.server'
import { demoRoleOf } from './model/demo-accounts'
import { requiresFactor, type FactorFacts } from './model/second-factor'

/**
 * What decides whether someone owes a second factor. Demo accounts, which are everybody's, are exempt outside production
 * unless the operator wants them to follow the rule; in production nobody is.
 */
export function factorFactsOf(person: {
  email: string
  hasFactor: boolean
  /** They belong to a commune's organisation or the Métropole's that is open. */
  isOfficial: boolean
}): FactorFacts {
  const { isProduction, factorAudience, isDemoExempt } = env()
  return {
    hasFactor: person.hasFactor,
    isRequired: requiresFactor(person.isOfficial ? ['commune-agent'] : [], factorAudience),
    isExempt: !isProduction && isDemoExempt && demoRoleOf(person.email) !== null,
  }
}

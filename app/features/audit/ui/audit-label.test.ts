import { expect, it } from 'vitest'
import { AUDIT_ACTIONS } from '~/core/audit-terms'
import { LOCALES } from '~/core/locale'
import { auditLabel } from './audit-label'

it.each(AUDIT_ACTIONS)('ASVS 16.2.1: %s is said in both languages', (action) => {
  for (const locale of LOCALES) expect(auditLabel(locale, action)).not.toContain(action)
})

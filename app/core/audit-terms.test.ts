import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auditActionOf, auditDetailsOf, auditToken } from './audit-terms'

describe('what a row of the audit log may hold', () => {
  it('ASVS 16.4.1: no text forges a line or holds an address', () => {
    expect(auditToken('a\r\n2026-01-01 admin done\u2028\u0000')).toBe('a__2026-01-01_admin_done__')
    expect(auditToken('odile@exemple.fr')).toBe('odile_exemple.fr')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) =>
        /^[A-Za-z0-9._:/-]{0,80}$/.test(auditToken(text)),
      ),
    )
  })

  it('keeps ids and roles of an event and drops what people wrote', () => {
    const detail = { userId: 'u', role: 'owner', email: 'odile@exemple.fr', reason: 'Mots', text: 'Mots' }
    expect(auditDetailsOf(detail)).toEqual({ userId: 'u', role: 'owner' })
    expect(auditDetailsOf({ role: null, userId: { id: 'u' } })).toEqual({})
  })

  it('knows the events that are audited from the others', () => {
    expect(auditActionOf('user', 'suspended')).toBe('user.suspended')
    expect(auditActionOf('lot', 'held')).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { can, rolesOf, type Actor, type Role } from './permissions'

function actor(...roles: Role[]): Actor {
  return {
    userId: 'u',
    name: 'Alix',
    email: 'alix@example.org',
    organisationId: 'mine',
    organisationName: 'Mine',
    roles,
    communeCode: null,
    membership: 'member',
    isConfirmed: true,
  }
}

describe('can', () => {
  it.each([
    ['giver', 'lot:create', true],
    ['taker', 'lot:create', false],
    ['taker', 'need:create', true],
    ['giver', 'reservation:create', false],
    ['commune-agent', 'lot:create', false],
    ['giver', 'closing:edit', true],
    ['taker', 'closing:edit', true],
    ['commune-agent', 'closing:read', false],
    ['metropole-admin', 'closing:read', true],
    ['metropole-admin', 'closing:edit', false],
    ['metropole-admin', 'reservation:decide', false],
    ['taker', 'handover:reinstall', true],
    ['giver', 'handover:reinstall', false],
    ['giver', 'story:consent', true],
    ['metropole-admin', 'story:consent', false],
    ['metropole-admin', 'reservation:arbitrate', true],
    ['giver', 'reservation:arbitrate', false],
    ['taker', 'reservation:write', true],
    ['metropole-admin', 'reservation:write', false],
    ['commune-agent', 'alert:manage', true],
    ['taker', 'calendar:manage', true],
    ['commune-agent', 'calendar:manage', false],
    ['commune-agent', 'place:propose', true],
    ['giver', 'place:manage', false],
    ['metropole-admin', 'place:manage', true],
    ['metropole-admin', 'account:reset-factors', true],
    ['commune-agent', 'account:reset-factors', false],
    ['metropole-admin', 'public-rules:manage', true],
    ['commune-agent', 'public-rules:manage', false],
    ['metropole-admin', 'attribution:audit', true],
    ['giver', 'attribution:audit', false],
    ['metropole-admin', 'moderation:decide', true],
    ['commune-agent', 'moderation:decide', false],
    ['giver', 'moderation:appeal', true],
    ['metropole-admin', 'audit:read', true],
    ['commune-agent', 'audit:read', false],
    ['giver', 'correction:ask', true],
    ['commune-agent', 'correction:ask', false],
    ['taker', 'correction:enter', false],
    ['metropole-admin', 'correction:enter', true],
    ['commune-agent', 'factors:manage', false],
    ['metropole-admin', 'factors:manage', true],
    ['commune-agent', 'programme:apply', true],
    ['giver', 'programme:apply', false],
    ['metropole-admin', 'programme:apply', false],
    ['commune-agent', 'programme:manage', false],
    ['metropole-admin', 'programme:manage', true],
    ['commune-agent', 'programme:share', true],
    ['taker', 'programme:share', false],
    ['metropole-admin', 'programme:review', false],
    ['commune-agent', 'board:detail', true],
    ['giver', 'board:detail', false],
    ['metropole-admin', 'board:mail', false],
    ['metropole-admin', 'purchase:manage', false],
    ['commune-agent', 'purchase:manage', true],
  ] as const)('%s may %s: %s', (role, action, expected) => {
    expect(can(actor(role), action)).toBe(expected)
  })

  it('lets those review who are named and not barred, whatever their role', () => {
    const named = { namedUserIds: ['u'] }
    expect(can(actor('taker'), 'programme:review', named)).toBe(true)
    expect(can(actor('metropole-admin'), 'programme:review', { namedUserIds: ['other'] })).toBe(false)
    expect(can(actor('taker'), 'programme:review', { ...named, barredUserIds: ['u'] })).toBe(false)
    expect(can(actor('metropole-admin'), 'programme:manage', { barredUserIds: ['u'] })).toBe(false)
  })

  it('asks for ownership where the resource has owners', () => {
    expect(can(actor('giver'), 'lot:manage', { ownerOrganisationIds: ['mine'] })).toBe(true)
    expect(can(actor('giver'), 'lot:manage', { ownerOrganisationIds: ['other'] })).toBe(false)
  })

  it('lets owners alone manage their organisation', () => {
    const member = actor('giver')
    const owner = { ...member, membership: 'owner' } as const
    const mine = { ownerOrganisationIds: ['mine'] }
    expect(can(member, 'organisation:read', mine)).toBe(true)
    expect(can(member, 'organisation:manage', mine)).toBe(false)
    expect(can(owner, 'organisation:manage', mine)).toBe(true)
    expect(can(owner, 'organisation:manage', { ownerOrganisationIds: ['other'] })).toBe(false)
    expect(can(member, 'webhook:manage', mine)).toBe(false)
    expect(can(owner, 'webhook:manage', mine)).toBe(true)
    expect(
      can({ ...owner, roles: ['metropole-admin'] }, 'webhook:manage', { ownerOrganisationIds: ['other'] }),
    ).toBe(false)
  })

  it('lets the agent of a commune read what happened in it, and nothing of another', () => {
    const agent = { ...actor('commune-agent'), communeCode: '93048' }
    const handover = { ownerOrganisationIds: ['other'], communeCode: '93048' }
    expect(can(agent, 'ledger:read', handover)).toBe(true)
    expect(can(agent, 'ledger:read', { ...handover, communeCode: '93066' })).toBe(false)
    expect(can(agent, 'correction:ask', handover)).toBe(false)
    expect(can({ ...agent, roles: ['giver'] }, 'ledger:read', handover)).toBe(false)
  })

  it('lets an agent act for their own commune, and the Métropole see all of them', () => {
    const agent = { ...actor('commune-agent'), communeCode: '93048' }
    const admin = actor('metropole-admin')
    const both = ['93048', '93066']
    expect(can(agent, 'board:detail', { communeCodes: ['93048'] })).toBe(true)
    expect(can(agent, 'board:detail', { communeCodes: both })).toBe(false)
    expect(can(agent, 'purchase:manage', { communeCodes: ['93066'] })).toBe(false)
    expect(can(actor('commune-agent'), 'board:detail', { communeCodes: ['93048'] })).toBe(false)
    expect(can(admin, 'board:detail', { communeCodes: both })).toBe(true)
    expect(can(admin, 'purchase:manage', { communeCodes: both })).toBe(false)
  })

  it('lets the Métropole read, not act', () => {
    const admin = actor('metropole-admin')
    expect(can(admin, 'reservation:read', { ownerOrganisationIds: ['other'] })).toBe(true)
    expect(can(admin, 'handover:confirm', { ownerOrganisationIds: ['other'] })).toBe(false)
  })
})

describe('rolesOf', () => {
  it('lets one organisation be both sides', () => {
    expect(rolesOf({ kind: 'company', isGiver: true, isTaker: true })).toEqual(['giver', 'taker'])
    expect(rolesOf({ kind: 'commune', isGiver: true, isTaker: false })).toEqual(['giver', 'commune-agent'])
  })
})

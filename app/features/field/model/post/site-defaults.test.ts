import { describe, expect, it } from 'vitest'
import { NO_MEMORY, readMemory, remember, siteAnswers, startingSite } from './site-defaults'

const TODAY = '2027-03-10'
const HALLE = { id: 'halle', endsOn: '2027-06-30', recalled: { cedingRight: 'owner', access: 'Quai nord' } }
const ECOLE = { id: 'ecole', endsOn: '2027-03-20', recalled: {} }

describe('what a site gives a lot from the start', () => {
  it('is what its last lot said, and its end', () => {
    expect(siteAnswers(HALLE, NO_MEMORY, TODAY)).toMatchObject({
      siteId: 'halle',
      cedingRight: 'owner',
      access: 'Quai nord',
      availableUntil: '2027-06-30',
    })
  })

  it('asks the right at a site that has no lot yet, once: the device remembers it', () => {
    expect(siteAnswers(ECOLE, NO_MEMORY, TODAY).cedingRight).toBe('')
    const memory = remember(NO_MEMORY, {
      siteId: 'ecole',
      cedingRight: 'mandate',
      packaging: 'palette',
      availableUntil: '2027-03-17',
      quantity: '12',
      hazards: ['none'],
    })
    expect(siteAnswers(ECOLE, memory, TODAY)).toMatchObject({
      cedingRight: 'mandate',
      packaging: 'palette',
      availableUntil: '2027-03-17',
    })
    expect(siteAnswers(ECOLE, memory, TODAY)).not.toHaveProperty('quantity')
    expect(siteAnswers(ECOLE, memory, TODAY)).not.toHaveProperty('hazards')
    expect(siteAnswers(ECOLE, memory, '2027-03-17').availableUntil).toBe('2027-03-20')
  })

  it('empties what another site had said', () => {
    const memory = remember(NO_MEMORY, { siteId: 'halle', cedingRight: 'owner', access: 'Cour' })
    expect(siteAnswers(ECOLE, memory, TODAY)).toMatchObject({ cedingRight: '', access: '', packaging: '' })
  })

  it('leaves the day open at a site that has ended', () => {
    expect(siteAnswers({ ...HALLE, endsOn: '2027-03-01' }, NO_MEMORY, TODAY).availableUntil).toBe('')
  })

  it('does not remember a lot without a site', () => {
    expect(remember(NO_MEMORY, { cedingRight: 'owner' })).toBe(NO_MEMORY)
  })
})

describe('the site to begin with', () => {
  const sites = [HALLE, ECOLE]
  it.each([
    ['the last one here', sites, { lastSiteId: 'ecole', bySite: {} }, 'halle', 'ecole'],
    ['the last one on the server', sites, NO_MEMORY, 'halle', 'halle'],
    [
      'another, when the last one is no longer there',
      sites,
      { lastSiteId: 'gone', bySite: {} },
      'halle',
      'halle',
    ],
    ['the only one', [ECOLE], NO_MEMORY, null, 'ecole'],
    ['asked otherwise', sites, NO_MEMORY, null, undefined],
    ['none without a site', [], NO_MEMORY, 'halle', undefined],
  ] as const)('is %s', (_, among, memory, lastLotSiteId, id) => {
    expect(startingSite(among, memory, lastLotSiteId)?.id).toBe(id)
  })
})

describe('the memory as a browser keeps it', () => {
  it('is read back, and none when it cannot be', () => {
    const memory = remember(NO_MEMORY, { siteId: 'halle', cedingRight: 'owner' })
    expect(readMemory(JSON.stringify(memory))).toEqual(memory)
    for (const text of [
      null,
      '',
      '{',
      '3',
      '{}',
      '{"lastSiteId":3,"bySite":{}}',
      '{"lastSiteId":null,"bySite":[1]}',
    ])
      expect(readMemory(text)).toEqual(NO_MEMORY)
  })
})

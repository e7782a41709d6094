import { expect, test } from 'vitest'
import { preferenceOf, RESERVATION_STEPS, sidesOfCorrection, sidesToTell } from './kinds'

test.each([
  ['reservation.requested', 'reservation'],
  ['reservation.collected', 'reservation'],
  ['reservation.reinstalled', 'reservation'],
  ['reminder.reinstall', 'reminder'],
  ['reservation.lot-changed', 'reservation'],
  ['ledger.corrected', 'reservation'],
  ['programme.admit', 'programme'],
  ['programme.workshop-tomorrow', 'programme'],
  ['reservation.pickup-proposed', 'pickup'],
  ['reservation.pickup-agreed', 'pickup'],
  ['match.lot', 'match-lot'],
  ['match.need', 'match-need'],
] as const)('e-mails of %s follow the preference «%s»', (kind, preference) => {
  expect(preferenceOf(kind)).toBe(preference)
})

test('nobody is told alone of what their own side just did', () => {
  const oneSided: readonly string[] = ['reservation.requested', 'reservation.lot-changed']
  for (const step of RESERVATION_STEPS.filter((name) => !oneSided.includes(name))) {
    expect(sidesToTell(step, 'giver'), step).toContain('taker')
    expect(sidesToTell(step, 'taker'), step).toContain('giver')
  }
})

test.each([
  ['ledger.correction-asked', 'giver', ['taker']],
  ['ledger.correction-asked', 'taker', ['giver']],
  ['ledger.correction-withdrawn', 'taker', ['giver']],
  ['ledger.correction-declined', 'giver', ['giver', 'taker']],
  ['ledger.corrected', 'giver', ['giver', 'taker']],
  ['ledger.corrected', 'team', ['giver', 'taker']],
] as const)('%s of the %s is told to %j', (news, askedBy, sides) => {
  expect(sidesOfCorrection(news, askedBy)).toEqual(sides)
})

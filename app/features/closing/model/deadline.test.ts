import { expect, it } from 'vitest'
import { closingDeadline } from './deadline'

it.each([
  ['2026-09-30', null, '2026-09-15', '2026-09-30', '2026-12-29', 'works-under-way'],
  ['2026-09-15', null, '2026-09-15', '2026-09-15', '2026-12-14', 'works-under-way'],
  ['2026-09-14', null, '2026-09-15', '2026-09-14', '2026-12-13', 'due'],
  ['2026-06-17', null, '2026-09-15', '2026-06-17', '2026-09-15', 'due'],
  ['2026-06-16', null, '2026-09-15', '2026-06-16', '2026-09-14', 'overdue'],
  ['2026-12-31', '2026-09-01', '2026-09-15', '2026-09-01', '2026-11-30', 'due'],
  ['2026-06-01', '2026-09-20', '2026-09-15', '2026-09-20', '2026-12-19', 'works-under-way'],
] as const)(
  'a site that ends on %s, declared %s, on %s',
  (endsOn, worksEndedOn, today, endedOn, dueOn, stage) => {
    expect(closingDeadline({ endsOn, worksEndedOn }, today)).toEqual({ endedOn, dueOn, stage })
  },
)

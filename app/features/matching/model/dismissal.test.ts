import { expect, it } from 'vitest'
import { dismissalOf, type DismissalAct } from './dismissal'

const act = (kind: string, organisationId: string, reason = 'far'): DismissalAct => ({
  kind,
  detail: { organisationId, reason, note: 'n' },
})

it.each([
  ['nothing', [], null],
  ['its dismissal', [act('dismissed', 'a')], 'far'],
  [
    'its last reason',
    [act('dismissed', 'a'), act('taken-back', 'a'), act('dismissed', 'a', 'price')],
    'price',
  ],
  ['nothing once taken back', [act('dismissed', 'a'), act('taken-back', 'a')], null],
  ['nothing of the other side', [act('dismissed', 'b')], null],
  ['a reason of another version', [act('dismissed', 'a', 'gone')], 'other'],
])('an organisation says %s', (_, acts, reason) => {
  expect(dismissalOf(acts, 'a')?.reason ?? null).toBe(reason)
})

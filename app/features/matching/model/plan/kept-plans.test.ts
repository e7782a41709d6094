import { describe, expect, it } from 'vitest'
import { addDays } from '~/core/days'
import { outdatedPlans } from './kept-plans'

describe('the plans that are kept', () => {
  it('are the newest five and the last one of each day', () => {
    const today = Array.from({ length: 7 }, (_, at) => ({ id: `t${at}`, day: '2026-09-15' }))
    const before = ['a', 'b'].map((id) => ({ id, day: '2026-09-14' }))
    expect(outdatedPlans([...today, ...before])).toEqual(['t5', 't6', 'b'])
  })

  it('go back ninety days', () => {
    const daily = Array.from({ length: 120 }, (_, at) => ({ id: `d${at}`, day: addDays('2026-09-15', -at) }))
    expect(outdatedPlans(daily)).toEqual(daily.slice(90).map(({ id }) => id))
  })
})

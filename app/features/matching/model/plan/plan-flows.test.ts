import { describe, expect, it } from 'vitest'
import { flowsOf } from './plan-flows'

const part = (
  lotCommuneCode: string,
  needCommuneCode: string,
  massG: number | null,
  netG: number | null,
) => ({
  ...{ lotCommuneCode, needCommuneCode, massG, netG },
})

describe('what a plan carries from commune to commune', () => {
  it('adds the parts of each way up, each direction apart, the heaviest first', () => {
    const parts = [
      part('93048', '75056', 10, 1),
      part('75056', '93048', 500, -20),
      part('93048', '75056', 30, null),
      part('93048', '93048', null, null),
    ]
    expect(flowsOf(parts)).toEqual([
      { fromCode: '75056', toCode: '93048', pairs: 1, massG: 500, netG: -20 },
      { fromCode: '93048', toCode: '75056', pairs: 2, massG: 40, netG: 1 },
      { fromCode: '93048', toCode: '93048', pairs: 1, massG: 0, netG: 0 },
    ])
  })

  it('is in one order whatever the order of the parts', () => {
    const parts = ['75056', '92012', '94028'].map((code) => part('93048', code, 5, 0))
    expect(flowsOf([...parts].reverse())).toEqual(flowsOf(parts))
  })
})

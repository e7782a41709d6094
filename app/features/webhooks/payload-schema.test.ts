import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { translator } from '~/messages/catalogue'
import { webhooks } from '~/messages/webhooks'
import { MOST_ATTEMPTS } from './model/schedule'
import { FAILING_DAYS, MOST_WAITING } from './model/webhook'
import { bodySchemaOf, SENT_EVENTS } from './payload-schema'

const page = readFileSync('docs/webhooks.md', 'utf8')
const sections = new Map(
  page
    .split(/^### /m)
    .slice(1)
    .map((section) => [section.split('\n')[0]!, section]),
)

describe('docs/webhooks.md', () => {
  it('has a section of every event and of no other', () => {
    expect([...sections.keys()]).toEqual([...SENT_EVENTS])
  })

  it.each([...SENT_EVENTS])('shows of %s what is sent, field for field', (event) => {
    const example: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(sections.get(event)!)![1]!)
    expect(bodySchemaOf(event).parse(example)).toEqual(example)
    const { data } = example as { data: Record<string, unknown> }
    const { data: known } = bodySchemaOf(event).shape
    expect(Object.keys(data).sort()).toEqual(Object.keys(known.shape).sort())
  })

  it('says how often it is tried and when it is paused as it is', () => {
    const words: Record<number, string> = { 3: 'three', 10: 'ten', 1000: 'a thousand' }
    expect(page).toContain(`tried ${words[MOST_ATTEMPTS]} times`)
    expect(page).toContain(`after ${words[FAILING_DAYS]} days without success`)
    expect(page).toContain(`when ${words[MOST_WAITING]} messages wait`)
  })
})

it.each(['fr', 'en'] as const)('every event has its words on the page: %s', (locale) => {
  const t = translator(locale, webhooks)
  const words = SENT_EVENTS.map((event) => t(`event.${event}`))
  expect(words.filter((text) => text.startsWith('event.'))).toEqual([])
  expect(new Set(words).size).toBe(SENT_EVENTS.length)
})

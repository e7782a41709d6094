import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { LocaleProvider } from './i18n'
import { Checkbox, ChoiceChips } from './choices'
import { DateInput, MoneyInput, NumberInput, Select, Textarea, TextInput } from './inputs'
import { Stepper } from './stepper'

const shared = { id: 'it', name: 'it', hint: 'Un exemple.', error: ['Renseignez ce champ.', 'Autre'] }

describe.each([
  ['TextInput', <TextInput key="" label="Nom" {...shared} />],
  ['NumberInput', <NumberInput key="" label="Nom" {...shared} />],
  ['MoneyInput', <MoneyInput key="" label="Nom" {...shared} />],
  ['DateInput', <DateInput key="" label="Nom" {...shared} />],
  ['Textarea', <Textarea key="" label="Nom" {...shared} />],
  ['Select', <Select key="" label="Nom" options={[]} {...shared} />],
  ['Stepper', <Stepper key="" label="Nom" {...shared} />],
  ['Checkbox', <Checkbox key="" label="Nom" {...shared} />],
])('%s', (_name, element) => {
  const html = renderToStaticMarkup(element)

  test('ties the control to its label, hint and first error', () => {
    expect(html).toContain('for="it"')
    expect(html).toMatch(/<(input|select|textarea)[^>]* id="it"/)
    expect(html).toMatch(/aria-describedby="it-hint it-error"/)
    expect(html).toMatch(/aria-invalid="true"/)
    expect(html).toContain('id="it-hint"')
    expect(html).toContain('id="it-error"')
    expect(html).toContain('Renseignez ce champ.')
    expect(html).not.toContain('Autre')
  })

  test('needs no inline style, so that a strict content policy serves it', () => {
    expect(html).not.toContain('style=')
  })
})

test('a valid field points to nothing', () => {
  const html = renderToStaticMarkup(<TextInput label="Nom" name="n" id="n" error={[]} />)
  expect(html).not.toContain('aria-')
})

test('an optional field says so in the language of the reader', () => {
  const html = renderToStaticMarkup(
    <LocaleProvider locale="en">
      <TextInput label="Note" name="n" optional />
    </LocaleProvider>,
  )
  expect(html).toContain('(optional)')
})

test('chips keep the answers given, one or several', () => {
  const choices = ['a', 'b', 'c'].map((value) => ({ value, label: value }))
  const several = renderToStaticMarkup(
    <ChoiceChips label="Types" name="t" multiple defaultValue={['a', 'c']} choices={choices} />,
  )
  expect(several.match(/checked=""/g)).toHaveLength(2)
  const one = renderToStaticMarkup(<ChoiceChips label="Type" name="t" defaultValue="b" choices={choices} />)
  expect(one).toMatch(/type="radio"[^>]*checked=""[^>]*value="b"|value="b"[^>]*checked=""/)
  expect(one.match(/checked=""/g)).toHaveLength(1)
})

/** What the hazards of a form hold when the giver knows of none. */
export const NO_HAZARD = 'none'

/** Answers of the posting form as typed: field name to text, or to a list where a field has several values. */
export type PostingAnswers = Readonly<Record<string, string | readonly string[]>>
type Nested = { [name: string]: string | string[] | Record<string, string> }

/** Answers as a form library takes its default values: `attributes.width` within `attributes`. */
export function nestAnswers(answers: PostingAnswers): Nested {
  const nested: Nested = {}
  const attributes: Record<string, string> = {}
  for (const [name, value] of Object.entries(answers)) {
    if (typeof value !== 'string') nested[name] = [...value]
    else if (name.startsWith(ATTRIBUTE)) attributes[name.slice(ATTRIBUTE.length)] = value
    else nested[name] = value
  }
  return { ...nested, attributes }
}
const ATTRIBUTE = 'attributes.'

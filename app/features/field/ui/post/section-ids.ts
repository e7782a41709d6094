import type { Needed } from '../../model/post/needed-answers'

/** The id of the fieldset of an answer, for links and focus. */
export function sectionId(name: Needed): string {
  return `lot-${name}`
}

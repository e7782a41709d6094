import { useEffect, useRef, type RefObject } from 'react'
import type { PostingAnswers } from '../model/posting-answers'

/**
 * Follows the site that the person chooses: what the last lot there said takes the place of what the last lot of the
 * site before said, in every field that nobody touched.
 * @returns whether the chosen site recalls anything
 */
export function useRecalled(
  form: RefObject<HTMLFormElement>,
  recalled: Readonly<Record<string, PostingAnswers>>,
  siteId: string,
): boolean {
  const shown = useRef(siteId)
  useEffect(() => {
    const element = form.current
    if (!element || shown.current === siteId) return
    const [before, now] = [recalled[shown.current] ?? {}, recalled[siteId] ?? {}]
    shown.current = siteId
    for (const name of new Set([...Object.keys(before), ...Object.keys(now)])) {
      if (typedIn(element, name) === textOf(before, name)) type(element, name, textOf(now, name))
    }
  }, [form, recalled, siteId])
  return recalled[siteId] !== undefined
}

function textOf(answers: PostingAnswers, name: string): string {
  const answer = answers[name]
  return typeof answer === 'string' ? answer : ''
}

function typedIn(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name)
  return typeof value === 'string' ? value : ''
}

function type(form: HTMLFormElement, name: string, text: string): void {
  const field = form.elements.namedItem(name)
  if (field instanceof RadioNodeList) {
    for (const one of field) if (one instanceof HTMLInputElement) one.checked = one.value === text
  } else if (
    field instanceof HTMLInputElement ||
    field instanceof HTMLSelectElement ||
    field instanceof HTMLTextAreaElement
  ) {
    field.value = text
  }
}

/** The screens of labels: search parameters of the one address of the field page. */
export const LABELS = '?ecran=etiquettes'

export function labelScreen(code: string): string {
  return `${LABELS}&code=${code}`
}

/** Where a draft gets the label that is on its object. */
export function takeLabelScreen(draftId: string): string {
  return `${LABELS}&brouillon=${draftId}`
}

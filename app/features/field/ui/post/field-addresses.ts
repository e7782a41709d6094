/** The screens of the field page that posting leads to: search parameters of its one address. */
export const FIELD_HOME = ''

export function postingScreen(draftId: string): string {
  return `?ecran=publier&brouillon=${draftId}`
}

export function seriesScreen(): string {
  return '?ecran=serie'
}

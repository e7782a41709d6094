import { defineCatalogue } from './catalogue'

/** Columns of the files that tell what happened to one record: a reservation, a case of moderation, an account. */
export const history = defineCatalogue('history', {
  fr: {
    at: 'Quand (UTC)',
    what: 'Quoi',
    who: 'Qui',
    inTeam: 'Qui, dans l’équipe',
    text: 'Motif ou texte',
    massKg: 'Masse (kg)',
    criterion: 'Critère',
    detail: 'Détail',
    report: 'Signalement',
    appeal: 'Recours',
    superseded: 'Texte changé par son auteur : la décision ne vaut plus',
    fileOfCase: 'historique-de-signalement',
  },
  en: {
    at: 'When (UTC)',
    what: 'What',
    who: 'Who',
    inTeam: 'Who, in the team',
    text: 'Reason or text',
    massKg: 'Mass (kg)',
    criterion: 'Criterion',
    detail: 'Detail',
    report: 'Report',
    appeal: 'Appeal',
    superseded: 'Text changed by its author: the decision no longer holds',
    fileOfCase: 'report-history',
  },
})

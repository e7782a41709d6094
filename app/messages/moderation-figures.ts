import { defineCatalogue } from './catalogue'

/** The public page of what moderation does. */
export const moderationFigures = defineCatalogue('moderation-figures', {
  fr: {
    title: 'La modération en chiffres',
    lead: 'Ce qui a été signalé, ce que l’équipe de la Métropole a décidé, et en combien de temps.',
    how: 'Chacun peut signaler un lot, un besoin, une histoire de réemploi, une fiche ou un message du club. Une personne de l’équipe lit chaque signalement et décide, avec ses motifs ; aucun moyen automatique ne décide ni ne masque. L’auteur peut contester une fois, et une autre personne répond dès que l’équipe en compte plusieurs.',
    withheldText:
      'Un nombre de 1 à 4 n’est pas publié, ni celui qui permettrait de le retrouver, pour que personne ne soit reconnu. L’année en cours est comptée jusqu’à aujourd’hui.',
    withheld: 'non publié',
    table: {
      reasons: 'Signalements reçus, par raison, {{year}}',
      kinds: 'Signalements reçus, par sorte de publication, {{year}}',
      acts: 'Décisions prises, {{year}}',
      grounds: 'Décisions prises, par motif, {{year}}',
      sources: 'Décisions, selon ce qui les a amenées, {{year}}',
      appeals: 'Recours reçus, et leur issue, {{year}}',
    },
    source: { reported: 'Après un signalement', own: 'À l’initiative de l’équipe' },
    appeal: {
      upheld: 'Décision maintenue',
      overturned: 'Décision annulée',
      waiting: 'En attente d’une réponse',
    },
    act: {
      dismissed: 'Laissée en l’état',
      asked: 'Correction demandée',
      hidden: 'Masquée',
      restored: 'Rétablie',
    },
    name: 'Ligne',
    count: 'Nombre',
    total: 'Total',
    delays: 'Délais',
    delayReports: 'D’un signalement à sa décision (médiane)',
    delayAppeals: 'D’un recours à sa réponse (médiane)',
    days_one: '{{count}} jour au plus',
    days_other: '{{count}} jours au plus',
    noDelay: 'moins de cinq cas',
    limits:
      'Cette page rend compte, dans l’esprit de la transparence que le règlement (UE) 2022/2065 demande aux plateformes ; elle ne vaut pas déclaration de conformité. Les signalements que leur auteur n’a pas confirmés ne sont pas comptés, ni ce que l’équipe masque ou refuse directement depuis la bibliothèque ou le club du programme.',
    seeLots: 'Chercher un lot',
    seeAlgorithms: 'Registre des algorithmes',
    csv: { table: 'Tableau', file: 'moderation', delay: 'Délai médian (jours)' },
  },
  en: {
    title: 'Moderation in figures',
    lead: 'What was reported, what the Métropole’s team decided, and how long it took.',
    how: 'Anyone can report a lot, a need, a reuse story, a fiche or a post in the club. A person of the team reads each report and decides, with reasons; no automated means decides or hides. Whoever wrote it may appeal once, and somebody else answers as soon as the team has several people.',
    withheldText:
      'A count from 1 to 4 is not published, nor one that would give it away, so that nobody is recognised. The current year is counted until today.',
    withheld: 'not published',
    table: {
      reasons: 'Reports received, by reason, {{year}}',
      kinds: 'Reports received, by kind of publication, {{year}}',
      acts: 'Decisions taken, {{year}}',
      grounds: 'Decisions taken, by ground, {{year}}',
      sources: 'Decisions, by what led to them, {{year}}',
      appeals: 'Appeals received, and their outcome, {{year}}',
    },
    source: { reported: 'After a report', own: 'On the team’s own initiative' },
    appeal: {
      upheld: 'Decision upheld',
      overturned: 'Decision overturned',
      waiting: 'Waiting for an answer',
    },
    act: {
      dismissed: 'Left as it is',
      asked: 'Correction asked for',
      hidden: 'Hidden',
      restored: 'Shown again',
    },
    name: 'Line',
    count: 'Count',
    total: 'Total',
    delays: 'Delays',
    delayReports: 'From a report to its decision (median)',
    delayAppeals: 'From an appeal to its answer (median)',
    days_one: '{{count}} day at most',
    days_other: '{{count}} days at most',
    noDelay: 'fewer than five cases',
    limits:
      'This page gives account in the spirit of the transparency that regulation (EU) 2022/2065 asks of platforms; it is no declaration of conformity. Reports that their author has not confirmed are not counted, nor what the team hides or refuses directly from the library or the club of the programme.',
    seeLots: 'Search a lot',
    seeAlgorithms: 'Register of algorithms',
    csv: { table: 'Table', file: 'moderation', delay: 'Median delay (days)' },
  },
})

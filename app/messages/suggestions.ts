import { defineCatalogue } from './catalogue'

/** What the field of a search suggests while one types. */
export const suggestions = defineCatalogue('suggestions', {
  fr: {
    label: 'Suggestions',
    count_one: '{{count}} lot',
    count_other: '{{count}} lots',
    countNeeds_one: '{{count}} besoin',
    countNeeds_other: '{{count}} besoins',
    found_one: '{{count}} suggestion : flèches pour la parcourir, Entrée pour chercher.',
    found_other: '{{count}} suggestions : flèches pour les parcourir, Entrée pour chercher.',
    whole_one: '{{count}} lot répond à tous vos mots ; les suivants, à une partie.',
    whole_other: '{{count}} lots répondent à tous vos mots ; les suivants, à une partie.',
    wholeNone:
      'Aucun lot ne répond à tous vos mots dans cette recherche : voici ceux qui répondent à une partie.',
    wholeNeeds_one: '{{count}} besoin répond à tous vos mots ; les suivants, à une partie.',
    wholeNeeds_other: '{{count}} besoins répondent à tous vos mots ; les suivants, à une partie.',
    wholeNeedsNone:
      'Aucun besoin ne répond à tous vos mots dans cette recherche : voici ceux qui répondent à une partie.',
    simpler:
      'Le serveur vient de démarrer : pour quelques instants, cette recherche lit vos mots plus simplement.',
  },
  en: {
    label: 'Suggestions',
    count_one: '{{count}} lot',
    count_other: '{{count}} lots',
    countNeeds_one: '{{count}} need',
    countNeeds_other: '{{count}} needs',
    found_one: '{{count}} suggestion: arrows to reach it, Enter to search.',
    found_other: '{{count}} suggestions: arrows to go through them, Enter to search.',
    whole_one: '{{count}} lot answers all your words; those that follow answer some.',
    whole_other: '{{count}} lots answer all your words; those that follow answer some.',
    wholeNone: 'No lot answers all your words in this search: here are those that answer some.',
    wholeNeeds_one: '{{count}} need answers all your words; those that follow answer some.',
    wholeNeeds_other: '{{count}} needs answer all your words; those that follow answer some.',
    wholeNeedsNone: 'No need answers all your words in this search: here are those that answer some.',
    simpler: 'The server has just started: for a moment, this search reads your words in a simpler way.',
  },
})

import { defineCatalogue } from './catalogue'

/** Lots and needs that one criterion alone keeps apart, and which. */
export const nearMisses = defineCatalogue('nearMisses', {
  fr: {
    title: 'À un critère près',
    leadLots: 'Ces lots ne correspondent pas : un seul critère les écarte. À vous de juger s’il se négocie.',
    leadNeeds: 'Ces besoins ne correspondent pas : un seul critère les écarte de ce lot.',
    group: '{{what}} : {{reason}}',
    lots_one: '{{count}} lot',
    lots_other: '{{count}} lots',
    needs_one: '{{count}} besoin',
    needs_other: '{{count}} besoins',
    outside: '{{label}} {{offered}}, hors tolérance de {{wanted}}',
    otherChoice: '{{label}} «{{offered}}», au lieu de «{{wanted}}»',
    tooFar: 'trop loin de {{excess}} (à {{straight}} pour un rayon de {{radius}} km)',
    tooLate_one: 'disponible {{count}} jour après le dernier jour souhaité',
    tooLate_other: 'disponible {{count}} jours après le dernier jour souhaité',
    tooEarly_one: 'parti {{count}} jour avant le premier jour souhaité',
    tooEarly_other: 'parti {{count}} jours avant le premier jour souhaité',
    condition: 'état «{{offered}}», juste sous «{{wanted}}»',
    unit: 'compté en {{offered}}, cherché en {{wanted}}',
  },
  en: {
    title: 'One criterion away',
    leadLots:
      'These lots do not fit: one criterion alone rules them out. It is for you to judge whether it can give.',
    leadNeeds: 'These needs do not fit: one criterion alone keeps them from this lot.',
    group: '{{what}}: {{reason}}',
    lots_one: '{{count}} lot',
    lots_other: '{{count}} lots',
    needs_one: '{{count}} need',
    needs_other: '{{count}} needs',
    outside: '{{label}} {{offered}}, outside {{wanted}}',
    otherChoice: '{{label}} “{{offered}}”, rather than “{{wanted}}”',
    tooFar: 'too far by {{excess}} ({{straight}} away, within {{radius}} km asked)',
    tooLate_one: 'available {{count}} day after the last day wanted',
    tooLate_other: 'available {{count}} days after the last day wanted',
    tooEarly_one: 'gone {{count}} day before the first day wanted',
    tooEarly_other: 'gone {{count}} days before the first day wanted',
    condition: 'condition “{{offered}}”, just below “{{wanted}}”',
    unit: 'counted in {{offered}}, wanted in {{wanted}}',
  },
})

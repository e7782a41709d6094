import { defineCatalogue } from './catalogue'

/** The trip of a pair: its road, what each class of vehicle emits, and what is left of the benefit. */
export const pairHaul = defineCatalogue('pair-haul', {
  fr: {
    title: 'Trajet et émissions',
    road: 'Environ {{mean}} par la route (de {{low}} à {{high}} selon le détour), pour {{mass}}.',
    roadOnly:
      'Environ {{mean}} par la route (de {{low}} à {{high}} selon le détour). Masse inconnue : demandez-la au cédant pour estimer le trajet.',
    access: 'Accès déclaré par le cédant : {{vehicle}}.',
    table: 'Émissions du trajet par véhicule',
    vehicle: 'Véhicule',
    trips: 'Voyages',
    tripCount_one: '{{count}} voyage',
    tripCount_other: '{{count}} voyages',
    emitted: 'Émissions',
    range: '{{low}} à {{high}}',
    chosen: 'retenu',
    net: '<net></net> évités au net du trajet, entre <low></low> et <high></high> selon le détour.',
    netNegative: 'Le trajet émettrait plus que le réemploi n’évite (<net></net>) : groupez-le avec un autre.',
    'no-mass': 'Masse inconnue : aucun gain annoncé.',
    'no-factor': 'Pas de facteur publié pour cette matière : aucun gain annoncé.',
    note: 'Voyages dédiés, retour à vide compris.',
    truck: {
      van: 'Utilitaire (3,5 t)',
      rigid7: 'Porteur 3,5 à 7,5 t',
      rigid17: 'Porteur 7,5 à 17 t',
      rigidOver17: 'Porteur de plus de 17 t',
      articulated: 'Semi-remorque',
    },
  },
  en: {
    title: 'Trip and emissions',
    road: 'About {{mean}} by road ({{low}} to {{high}} with the detour), for {{mass}}.',
    roadOnly:
      'About {{mean}} by road ({{low}} to {{high}} with the detour). Mass unknown: ask the giver to estimate the trip.',
    access: 'Access declared by the giver: {{vehicle}}.',
    table: 'Emissions of the trip by vehicle',
    vehicle: 'Vehicle',
    trips: 'Trips',
    tripCount_one: '{{count}} trip',
    tripCount_other: '{{count}} trips',
    emitted: 'Emissions',
    range: '{{low}} to {{high}}',
    chosen: 'taken',
    net: '<net></net> avoided net of the trip, between <low></low> and <high></high> with the detour.',
    netNegative: 'The trip would emit more than reuse avoids (<net></net>): join it with another.',
    'no-mass': 'Mass unknown: no gain claimed.',
    'no-factor': 'No published factor for this material: no gain claimed.',
    note: 'Dedicated trips, empty return included.',
    truck: {
      van: 'Van (3.5 t)',
      rigid7: 'Rigid, 3.5 to 7.5 t',
      rigid17: 'Rigid, 7.5 to 17 t',
      rigidOver17: 'Rigid, over 17 t',
      articulated: 'Articulated',
    },
  },
})

import { newId } from '~/core/ids'
import type { Persona } from './personas'
import type { World } from './world'

type Answers = readonly (readonly [string, string])[]

/** Forms that scripts send without a page that draws them, as the person who posts would send them for the giver's records. */
export const HAND_MADE: Readonly<Record<string, (world: World, who: Persona) => readonly Answers[]>> = {
  '/lots/brouillons/:draftId': () => [[['title', 'Brouillon']], [['intent', 'delete']]],
  '/lots/:lotId': () => [[['status', 'withdrawn']], [['status', 'paused']]],
  '/connexion/cle/defi': () => [[['purpose', 'sign-in']]],
  '/administration/photos': () => [[['intent', 'label']]],
  '/metres/nouveau/lecture.csv': () => [
    [
      [
        'bill',
        JSON.stringify({
          rows: [['Briques', '3', 'u', '']],
          rowNumbers: [1],
          columns: { label: 0, quantity: 1, unit: 2, price: 3, heading: null },
          fixes: {},
        }),
      ],
    ],
  ],
  '/administration/vocabulaire/importer/changements.csv': () => [
    [['table', JSON.stringify([{ words: ['bidule', 'truc'], broader: [] }])]],
  ],
  '/terrain/envoi': ({ subjects }, { userId }) => [
    [
      ['compte', userId],
      ['id', newId()],
      ['siteId', subjects.site.own.params.siteId!],
    ],
  ],
  '/terrain/remise': ({ subjects }, { userId }) => [
    [
      ['compte', userId],
      ['reservationId', subjects.reservation.own.params.reservationId!],
    ],
  ],
  '/reservations/:reservationId/vehicule': () => [
    [
      ['truck', 'van'],
      ['emptyReturnPct', '100'],
    ],
  ],
}

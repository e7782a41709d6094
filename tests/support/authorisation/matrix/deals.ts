import type { Rights } from '../grants'

const SITE_READERS = ['owner', 'team'] as const
const SIDES: Rights = { of: 'reservation', read: ['sides', 'team'] }
const OWN_IMPORT = { of: 'import', read: ['owner'], write: ['owner'] } as const satisfies Rights

/** What two organisations agree on, and the building sites where it comes from and goes to. */
export const DEAL_RIGHTS = {
  '/chantiers': { read: ['givers', 'takers', 'team'] },
  '/chantiers.csv': { read: ['givers', 'takers', 'team'] },
  '/chantiers/nouveau': { read: ['givers', 'takers'], write: ['givers', 'takers'] },
  '/chantiers/:siteId': { of: 'site', read: SITE_READERS, write: ['owner'] },
  '/chantiers/:siteId/modifier': { of: 'site', read: ['owner'], write: ['owner'] },
  '/chantiers/:siteId/inventaire/:lineId': { of: 'line', read: ['owner'], write: ['owner'] },
  '/chantiers/:siteId/inventaire.csv': { of: 'site', read: SITE_READERS },
  '/chantiers/:siteId/inventaire.xlsx': { of: 'site', read: SITE_READERS },
  '/chantiers/:siteId/dechets.csv': { of: 'site', read: SITE_READERS },
  '/chantiers/:siteId/recolement': { of: 'site', read: SITE_READERS, write: ['owner'] },
  '/chantiers/:siteId/recolement.csv': { of: 'site', read: SITE_READERS },
  '/chantiers/:siteId/recolement.xlsx': { of: 'site', read: SITE_READERS },
  '/chantiers/:siteId/recolement.pdf': { of: 'site', read: SITE_READERS },
  '/chantiers/:siteId/recolement/mouvements.csv': { of: 'site', read: SITE_READERS },
  '/chantiers/:siteId/recolement/:rowId': { of: 'closingRow', read: SITE_READERS, write: ['owner'] },
  '/chantiers/:siteId/importer': { of: 'site', read: ['owner'], write: ['owner'] },
  '/chantiers/:siteId/imports.csv': { of: 'site', read: ['owner'] },
  '/chantiers/:siteId/import/:importId': OWN_IMPORT,
  '/chantiers/:siteId/import/:importId/colonnes': OWN_IMPORT,
  '/chantiers/:siteId/import/:importId/lignes': OWN_IMPORT,
  '/chantiers/:siteId/import/:importId/lignes.csv': { of: 'import', read: ['owner'] },
  '/rapprochements': { read: ['givers', 'takers'], write: ['givers', 'takers'] },
  '/rapprochements.csv': { read: ['givers', 'takers'] },
  '/rapprochements/:pairId.csv': { of: 'pair', read: ['sides', 'team'] },
  '/rapprochements/:pairId.json': { of: 'pair', read: ['sides', 'team'] },
  '/rapprochements/:pairId': { of: 'pair', read: ['sides', 'team'] },
  '/reservations': { read: ['givers', 'takers', 'team'] },
  '/reservations.csv': { read: ['givers', 'takers', 'team'] },
  '/reservations/attente.csv': { read: ['takers'] },
  '/reservations/:reservationId': {
    of: 'reservation',
    read: ['sides', 'team'],
    write: { else: ['sides'], settle: ['sides', 'team'] },
    note: 'the team settles a dispute, nothing else',
  },
  '/reservations/:reservationId/vehicule': {
    of: 'reservation',
    read: ['anyone'],
    write: ['sides'],
    note: 'reading leads to the page of the reservation',
  },
  '/reservations/:reservationId/messages': { of: 'reservation', read: ['sides'], write: ['sides'] },
  '/reservations/:reservationId/messages.csv': { of: 'reservation', read: ['sides'] },
  '/reservations/:reservationId/photos/:file': { of: 'dealPicture', read: ['sides'] },
  '/reservations/:reservationId/historique.csv': SIDES,
  '/reservations/:reservationId/comptages.csv': SIDES,
  '/reservations/:reservationId/enlevement.ics': { of: 'reservation', read: ['sides'] },
  '/reservations/:reservationId/bordereau-de-cession.pdf': SIDES,
  '/reservations/:reservationId/bon-enlevement.pdf': SIDES,
  '/reservations/:reservationId/pieces/:fileId': { of: 'dealFile', read: ['sides', 'team'] },
  '/reservations/:reservationId/remise-en-oeuvre': {
    of: 'reservation',
    read: ['sides', 'team'],
    write: { else: ['takingSide'], consent: ['sides'] },
  },
  '/remises/:handoverId': {
    of: 'handover',
    read: ['sides', 'localAgents', 'team'],
    write: ['sides', 'team'],
  },
} as const satisfies Record<string, Rights>

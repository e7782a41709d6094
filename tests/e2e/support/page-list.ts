import type { DemoRole } from '~/features/identity/model/demo-accounts'

export type Who = DemoRole | 'visitor'

/** A page of `app/routes.ts`: who sees it, and where its ids are found. */
export type ListedPage = {
  who: readonly Who[]
  /** An address to open instead of the pattern, when the pattern holds a code that is known. */
  at?: string
  /** A list whose first link of this shape gives the address, or that page's first of the shape `next`; `then` is added. */
  from?: { list: string; link: RegExp; next?: RegExp; then?: string }
  /** The answer, when it is not 200. */
  status?: number
}

const EVERYONE: readonly Who[] = ['visitor', 'giver', 'taker', 'agent', 'admin']
const PEOPLE: readonly Who[] = ['giver', 'taker', 'agent', 'admin']
const PARTIES: readonly Who[] = ['giver', 'taker']
const UUID = '[0-9a-f-]{36}'
const idOf = (list: string, then?: string) => ({ list, link: new RegExp(`^${list}/${UUID}$`), then })

/** A page of the import that the demo giver has not finished, from its site. */
function anImport(then?: string) {
  const link = new RegExp(`^/chantiers/${UUID}$`)
  return { list: '/chantiers', link, next: new RegExp(`^/chantiers/${UUID}/import/${UUID}$`), then }
}

/** A page of the demo giver's site whose works are over, from its own. */
function anEndedSite(then: string) {
  return { list: '/chantiers?etat=ended', link: new RegExp(`^/chantiers/${UUID}$`), then }
}

/** The dossier of the commune of the demo's agent, and the first of the list of the Métropole's team. */
function aDossier(then?: string) {
  return { list: '/programme', link: new RegExp(`^/programme/dossiers/${UUID}$`), then }
}

/** Every page by its pattern in `app/routes.ts` (the home is empty). A link that is used or wrong answers with a page that says so. */
export const PAGES: Readonly<Record<string, ListedPage>> = {
  '': { who: EVERYONE },
  essayer: { who: ['visitor'] },
  connexion: { who: ['visitor'] },
  'connexion/verification': { who: ['visitor'] },
  inscription: { who: ['visitor'] },
  'inscription/envoyee': { who: ['visitor'] },
  'confirmer-adresse/:token': { who: ['visitor'], at: '/confirmer-adresse/inconnu', status: 404 },
  'mot-de-passe-oublie': { who: ['visitor'] },
  'nouveau-mot-de-passe/:token': { who: ['visitor'], at: '/nouveau-mot-de-passe/inconnu', status: 404 },
  'invitation/:token': { who: ['visitor'], at: '/invitation/inconnu', status: 404 },
  compte: { who: PEOPLE },
  'compte/donnees': { who: ['giver', 'taker'] },
  'compte/supprimer': { who: ['giver', 'admin'] },
  'compte-supprime': { who: ['visitor'] },
  'registre-traitements': { who: ['visitor', 'admin'] },
  'administration/durees': { who: ['admin'] },
  // Without a sign-out that is under way it leads to the home page.
  'deconnexion/proconnect': { who: ['visitor'] },
  'connexion/proconnect': { who: ['visitor'] },
  'connexion/proconnect/compte': { who: ['visitor'] },
  'compte/renvoyer-le-courriel': { who: ['giver'] },
  'compte/securite': { who: ['giver', 'agent'] },
  'compte/second-facteur': { who: ['taker', 'admin'] },
  'compte/confirmer': { who: ['giver'] },
  'compte/activite': { who: ['giver', 'admin'] },
  'administration/journal': { who: ['admin'] },
  'administration/signalements': { who: ['admin'] },
  'administration/signalements/:kind/:id': {
    who: ['admin'],
    from: {
      list: '/administration/signalements',
      link: new RegExp(`^/administration/signalements/lot/${UUID}$`),
    },
  },
  'signaler/:kind/:id': {
    who: ['visitor', 'taker'],
    from: { list: '/lots', link: new RegExp(`^/lots/${UUID}$`), next: new RegExp(`^/signaler/lot/${UUID}$`) },
  },
  'signalement/:token': { who: ['visitor'], at: '/signalement/inconnu', status: 404 },
  'decisions/:id': { who: ['giver'], at: '/decisions/inconnue', status: 404 },
  organisation: { who: ['giver'] },
  'organisation/attribution': { who: ['giver', 'agent'] },
  'organisation/webhooks': { who: ['giver', 'agent'] },
  'organisation/webhooks/:webhookId': { who: ['giver'], from: idOf('/organisation/webhooks') },
  'desabonnement/:token': { who: ['visitor'], at: '/desabonnement/inconnu', status: 404 },
  'compte/notifications': { who: ['taker'] },
  notifications: { who: PARTIES },
  'tableau-de-bord': { who: PEOPLE },
  lots: { who: ['visitor', 'taker'] },
  'alertes/nouvelle/:subject': { who: ['visitor', 'taker'], at: '/alertes/nouvelle/lots?materiau=door' },
  'alertes/confirmer/:token': { who: ['visitor'], at: '/alertes/confirmer/inconnu', status: 404 },
  'alertes/gerer/:token': { who: ['visitor'], at: '/alertes/gerer/inconnu', status: 404 },
  'alertes/fin/:token': { who: ['visitor'], at: '/alertes/fin/inconnu', status: 404 },
  'mes-recherches': { who: PEOPLE },
  'mes-recherches/:searchId': { who: ['taker'], from: idOf('/mes-recherches') },
  echeances: { who: PARTIES },
  'lots/carte': { who: ['visitor', 'taker'] },
  lieux: { who: ['visitor'], at: '/lieux?adresse=montreuil' },
  'lots/par-photo': { who: ['visitor', 'taker'] },
  favoris: { who: ['visitor', 'taker'] },
  comparer: { who: ['visitor', 'taker'] },
  'lots/publier': { who: ['giver'] },
  'mes-lots': { who: ['giver'] },
  'lots/:lotId': { who: EVERYONE, from: idOf('/lots') },
  'photos/:photoId/floutage': {
    who: ['giver'],
    from: {
      list: '/mes-lots',
      link: new RegExp(`^/lots/${UUID}$`),
      next: new RegExp(`^/photos/${UUID}/floutage$`),
    },
  },
  'lots/:lotId/modifier': {
    who: ['giver'],
    from: { list: '/mes-lots', link: new RegExp(`^/lots/${UUID}$`), then: '/modifier' },
  },
  'lots/:lotId/attribution': {
    who: ['giver'],
    from: { list: '/mes-lots', link: new RegExp(`^/lots/${UUID}$`), then: '/attribution' },
  },
  'lots/:lotId/reserver': { who: ['taker'], from: idOf('/lots', '/reserver') },
  'lots/:lotId/attente': { who: ['taker'], from: idOf('/lots', '/attente') },
  'lots/:lotId/liens': {
    who: ['giver'],
    from: { list: '/mes-lots', link: new RegExp(`^/lots/${UUID}$`), then: '/liens' },
  },
  'fiche/:token': { who: ['visitor'], at: '/fiche/inconnu', status: 404 },
  'q/:code': { who: ['visitor', 'giver'], at: '/q/00000000', status: 404 },
  etiquettes: { who: ['giver'] },
  'etiquettes/imprimer': {
    who: ['giver'],
    from: { list: '/mes-lots', link: new RegExp(`^/lots/${UUID}$`), next: /^\/etiquettes\/imprimer\?lot=/ },
  },
  scanner: { who: ['visitor', 'giver'] },
  besoins: { who: ['visitor', 'giver'] },
  'besoins/nouveau': { who: ['taker'] },
  'besoins/:needId': { who: EVERYONE, from: idOf('/besoins') },
  'besoins/:needId/modifier': {
    who: ['taker'],
    from: { list: '/rapprochements', link: new RegExp(`^/besoins/${UUID}$`), then: '/modifier' },
  },
  'mes-besoins': { who: ['taker'] },
  metres: { who: ['taker'] },
  'metres/nouveau': { who: ['taker'] },
  'metres/:basketId': { who: ['taker'], from: idOf('/metres') },
  'metres/:basketId/modifier': { who: ['taker'], from: idOf('/metres', '/modifier') },
  chantiers: { who: ['giver'] },
  'chantiers/nouveau': { who: ['giver'] },
  'chantiers/:siteId': { who: ['giver'], from: idOf('/chantiers') },
  'chantiers/:siteId/modifier': { who: ['giver'], from: idOf('/chantiers', '/modifier') },
  'chantiers/:siteId/inventaire/:lineId': {
    who: ['giver'],
    from: {
      list: '/chantiers',
      link: new RegExp(`^/chantiers/${UUID}$`),
      next: new RegExp(`^/chantiers/${UUID}/inventaire/${UUID}$`),
    },
  },
  'chantiers/:siteId/recolement': { who: ['giver'], from: anEndedSite('/recolement') },
  'chantiers/:siteId/recolement/:rowId': {
    who: ['giver'],
    from: anEndedSite('/recolement/hors-inventaire'),
  },
  'chantiers/:siteId/importer': { who: ['giver'], from: idOf('/chantiers', '/importer') },
  'chantiers/:siteId/import/:importId': { who: ['giver'], from: anImport() },
  'chantiers/:siteId/import/:importId/colonnes': { who: ['giver'], from: anImport('/colonnes') },
  'chantiers/:siteId/import/:importId/lignes': { who: ['giver'], from: anImport('/lignes') },
  rapprochements: { who: PARTIES },
  'rapprochements/:pairId': { who: PARTIES, from: idOf('/rapprochements') },
  reservations: { who: PARTIES },
  'reservations/agir/:token': { who: ['visitor'], at: '/reservations/agir/inconnu', status: 404 },
  'reservations/:reservationId/messages': { who: PARTIES, from: idOf('/reservations', '/messages') },
  'reservations/:reservationId': { who: PARTIES, from: idOf('/reservations') },
  'reservations/:reservationId/remise-en-oeuvre': {
    who: PARTIES,
    from: idOf('/reservations', '/remise-en-oeuvre'),
  },
  v: { who: ['visitor'] },
  'v/:number': { who: ['visitor'], at: '/v/000000000000', status: 404 },
  histoires: { who: ['visitor', 'taker'] },
  'histoires/:storyId': { who: ['visitor', 'giver'], from: idOf('/histoires') },
  annuaire: { who: ['visitor', 'giver', 'admin'] },
  'annuaire/proposer': { who: ['giver', 'agent', 'admin'] },
  'annuaire/:placeId': { who: ['visitor', 'admin'], from: idOf('/annuaire') },
  'annuaire/:placeId/modifier': { who: ['admin'], from: idOf('/annuaire', '/modifier') },
  'remises/:handoverId': {
    who: ['agent', 'admin'],
    from: { list: '/communes/93048/remises', link: new RegExp(`^/remises/${UUID}$`) },
  },
  methode: { who: ['visitor', 'agent'] },
  registre: { who: ['visitor', 'agent'] },
  programme: { who: ['visitor', 'agent', 'admin'] },
  'programme/criteres': { who: ['visitor'] },
  'programme/dossiers': { who: ['admin'] },
  'programme/dossiers/nouveau': { who: ['agent'] },
  'programme/dossiers/:dossierId': { who: ['admin', 'agent'], from: aDossier() },
  'programme/dossiers/:dossierId/modifier': { who: ['agent'], from: aDossier('/modifier') },
  'programme/dossiers/:dossierId/experimentation': { who: ['agent'], from: aDossier('/experimentation') },
  'programme/dossiers/:dossierId/bilan': { who: ['agent'], from: aDossier('/bilan') },
  'programme/ressources': { who: ['visitor', 'agent'] },
  'programme/ressources/nouvelle': { who: ['agent'] },
  'programme/ressources/:ficheId': { who: ['visitor', 'admin'], from: idOf('/programme/ressources') },
  'programme/ressources/:ficheId/modifier': {
    who: ['admin'],
    from: idOf('/programme/ressources', '/modifier'),
  },
  'programme/club': { who: ['agent', 'admin'] },
  'programme/ateliers': { who: ['visitor', 'agent', 'admin'] },
  'programme/ateliers/nouveau': { who: ['admin'] },
  'programme/ateliers/:workshopId': { who: ['visitor', 'agent', 'admin'], from: idOf('/programme/ateliers') },
  'programme/ateliers/:workshopId/modifier': {
    who: ['admin'],
    from: idOf('/programme/ateliers', '/modifier'),
  },
  'programme/ateliers/:workshopId/emargement': {
    who: ['admin'],
    from: idOf('/programme/ateliers', '/emargement'),
  },
  communes: { who: ['visitor', 'agent'] },
  'communes/:code/remises': { who: ['visitor', 'agent'], at: '/communes/93048/remises' },
  'communes/:code/achats': { who: ['agent'], at: '/communes/93048/achats' },
  'territoires/:slug': { who: ['visitor', 'admin'], at: '/territoires/est-ensemble' },
  'territoires/:slug/remises': { who: ['visitor', 'admin'], at: '/territoires/est-ensemble/remises' },
  'bilan/:slug/etapes': { who: ['agent', 'admin'], at: '/bilan/93048/etapes?etape=publie' },
  'bilan/:slug/comparaison': { who: ['visitor', 'agent'], at: '/bilan/93048/comparaison' },
  'bilan/fin/:token': { who: ['visitor'], at: '/bilan/fin/inconnu', status: 404 },
  'communes/:code': { who: ['visitor', 'agent'], at: '/communes/93048' },
  administration: { who: ['admin'] },
  'administration/comptes': { who: ['admin'] },
  'administration/comptes/:id': { who: ['admin'], from: idOf('/administration/comptes') },
  'administration/organisations': { who: ['admin'] },
  'administration/organisations/:id': { who: ['admin'], from: idOf('/administration/organisations') },
  'administration/agents': { who: ['admin'] },
  'administration/messages': { who: ['admin'] },
  'administration/messages/:id': { who: ['admin'], from: idOf('/administration/messages') },
  'administration/annuaire': { who: ['admin'] },
  'administration/annuaire/:id': { who: ['admin'], from: idOf('/administration/annuaire') },
  'administration/photos': { who: ['admin'] },
  'administration/programme': { who: ['admin'] },
  'administration/programme/criteres': { who: ['admin'] },
  'administration/plan': { who: ['admin'] },
  'administration/ia': { who: ['admin'] },
  'administration/rapprochements': { who: ['admin'] },
  'administration/regles-publiques': { who: ['admin'] },
  'administration/reponses': { who: ['admin'] },
  'administration/facteurs': { who: ['admin'] },
  'administration/registre': { who: ['admin'] },
  'administration/sante': { who: ['admin'] },
  'administration/vocabulaire': { who: ['admin'] },
  'administration/vocabulaire/importer': { who: ['admin'] },
  terrain: { who: PARTIES },
  'hors-ligne': { who: ['visitor', 'giver'] },
  ia: { who: ['visitor', 'giver'] },
  aide: { who: ['visitor'] },
  algorithmes: { who: ['visitor'] },
  moderation: { who: ['visitor'] },
  'donnees-ouvertes': { who: ['visitor'] },
  api: { who: ['visitor'] },
  accessibilite: { who: ['visitor'] },
  contact: { who: ['visitor', 'taker'] },
  'mentions-legales': { who: ['visitor'] },
  '*': { who: ['visitor'], at: '/nulle-part', status: 404 },
}

/** Finds the first link of a shape on a page. */
type LinkOn = (address: string, shape: RegExp) => Promise<string>

/** Where a listed page is opened. */
export async function addressOf(pattern: string, { at, from }: ListedPage, linkOn: LinkOn): Promise<string> {
  if (!from) return at ?? `/${pattern}`
  const found = await linkOn(from.list, from.link)
  return (from.next ? await linkOn(found, from.next) : found) + (from.then ?? '')
}

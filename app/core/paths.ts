import { communePaths } from './commune-paths'
import { previewPaths } from './preview-paths'
import { privacyPaths } from './privacy-paths'
import { healthPaths } from './health-paths'
import { oversightPaths } from './oversight-paths'
import { proconnectPaths } from './proconnect-paths'
import { programmePaths } from './programme-paths'
import { reservationPaths } from './reservation-paths'
import { securityPaths } from './security-paths'
import { webhookPaths } from './webhook-paths'

/** Every URL of the product, in one place. French, because users read them. */
export const paths = {
  home: () => '/',
  tryPhoto: () => '/essayer',
  signIn: (next?: string) => (next ? `/connexion?suite=${encodeURIComponent(next)}` : '/connexion'),
  signOut: () => '/deconnexion',
  demoSignIn: () => '/connexion/demo',
  signUp: () => '/inscription',
  signUpSent: () => '/inscription/envoyee',
  confirmAddress: (token: string) => `/confirmer-adresse/${encodeURIComponent(token)}`,
  resendConfirmation: () => '/compte/renvoyer-le-courriel',
  forgottenPassword: () => '/mot-de-passe-oublie',
  newPassword: (token: string) => `/nouveau-mot-de-passe/${encodeURIComponent(token)}`,
  invitation: (token: string) => `/invitation/${encodeURIComponent(token)}`,
  account: () => '/compte',
  organisation: () => '/organisation',
  organisationAttribution: (done?: 'enregistre') => `/organisation/attribution${done ? `?fait=${done}` : ''}`,
  preferences: () => '/preferences',
  dashboard: () => '/tableau-de-bord',
  dashboardCsv: () => '/tableau-de-bord.csv',
  help: (anchor = '') => `/aide${anchor && `#${anchor}`}`,
  notifications: (all = false) => (all ? '/notifications?vue=toutes' : '/notifications'),
  notificationsCsv: () => '/notifications.csv',
  unsubscribe: (token: string) => `/desabonnement/${token}`,
  notificationPreferences: () => '/compte/notifications',
  lots: () => '/lots',
  lotSuggestions: (text: string) => `/lots/suggestions?q=${encodeURIComponent(text)}`,
  lotsCsv: (query = '') => `/lots.csv${query}`,
  /** How many lots the query would find; JSON. */
  lotsCount: (query: string) => `/lots/compte${query}`,
  lotsMap: (query = '') => `/lots/carte${query}`,
  lotsMapData: () => '/lots/carte.json',
  /** Places for an address; `query` holds the search of lots that goes on from there. */
  addresses: (query = '') => `/lieux${query}`,
  addressesJson: (address: string) => `/lieux.json?adresse=${encodeURIComponent(address)}`,
  lotsByPhoto: (query = '') => `/lots/par-photo${query}`,
  lotsByPhotoCsv: (query = '') => `/lots/par-photo.csv${query}`,
  /** The lots of a search for other programs: feeds, a map, the last days in a calendar. */
  lotsAtom: (query = '') => `/lots.atom${query}`,
  lotsRss: (query = '') => `/lots.rss${query}`,
  lotsGeojson: (query = '') => `/lots.geojson${query}`,
  lotsIcs: (query = '') => `/lots.ics${query}`,
  /** To be told of what a search finds; `query` is that of its page. */
  newAlert: (subject: 'lots' | 'needs', query = '') =>
    `/alertes/nouvelle/${subject === 'lots' ? 'lots' : 'besoins'}${query}`,
  confirmAlerts: (token: string) => `/alertes/confirmer/${token}`,
  manageAlerts: (token: string, done = '') => `/alertes/gerer/${token}${done && `?fait=${done}`}`,
  stopAlerts: (token: string) => `/alertes/fin/${token}`,
  savedSearches: (done = '') => `/mes-recherches${done && `?fait=${done}`}`,
  savedSearchesCsv: () => '/mes-recherches.csv',
  savedSearch: (id: string, done = '') => `/mes-recherches/${id}${done && `?fait=${done}`}`,
  savedSearchCsv: (id: string) => `/mes-recherches/${id}.csv`,
  /** The dates of an organisation: the page, its table, and the private calendar that a link opens. */
  deadlines: (done = '') => `/echeances${done && `?fait=${done}`}`,
  deadlinesCsv: () => '/echeances.csv',
  calendarFeed: (token: string) => `/agenda/${token}.ics`,
  lot: (id: string) => `/lots/${id}`,
  lotsXlsx: (query = '') => `/lots.xlsx${query}`,
  /** Lots that a reader keeps in sight, and those compared side by side. */
  kept: (done = '') => `/favoris${done && `?fait=${done}`}`,
  keptCsv: () => '/favoris.csv',
  seen: () => '/favoris/vus',
  compare: (ids: readonly string[] = []) =>
    ids.length > 0 ? `/comparer?lots=${ids.join(',')}` : '/comparer',
  compareCsv: (ids: readonly string[]) => `/comparer.csv?lots=${ids.join(',')}`,
  lotPdf: (id: string) => `/lots/${id}.pdf`,
  /** The links that share a lot, for those who may edit it. */
  lotShares: (id: string, query = '') => `/lots/${id}/liens${query}`,
  lotSharesCsv: (id: string) => `/lots/${id}/liens.csv`,
  /** What the holder of a link opens; its secret stays out of logs and referrers. */
  sharedLot: (token: string) => `/fiche/${token}`,
  sharedLotPdf: (token: string) => `/fiche/${token}.pdf`,
  sharedDocument: (token: string, id: string) => `/fiche/${token}/documents/${id}`,
  /** Where the acts of «Mes lots» are sent, to come back to the shelf they were on. */
  lotFromShelf: (id: string, shelf: string) => `/lots/${id}?etat=${shelf}`,
  /** By what a lot is attributed and ceded, for those who may edit it. */
  lotAttribution: (id: string, done?: 'enregistre') =>
    `/lots/${id}/attribution${done ? `?fait=${done}` : ''}`,
  lotRankingCsv: (id: string) => `/lots/${id}/attribution.csv`,
  lotAnswersCsv: (id: string) => `/lots/${id}/attribution/reponses.csv`,
  editLot: (id: string) => `/lots/${id}/modifier`,
  /** A new lot that starts from the answers of another. */
  copyLot: (id: string) => `/lots/publier?depuis=${id}`,
  newLot: (siteId?: string) => (siteId ? `/lots/publier?chantier=${siteId}` : '/lots/publier'),
  newLotFromLine: (lineId: string) => `/lots/publier?ligne=${lineId}`,
  resumeLot: (draftId: string) => `/lots/publier?brouillon=${draftId}`,
  lotDraft: (draftId: string) => `/lots/brouillons/${draftId}`,
  myLots: (shelf?: string, done?: string) =>
    `/mes-lots${shelf ? `?etat=${shelf}` : ''}${shelf && done ? `&fait=${done}` : ''}`,
  myLotsCsv: (shelf: string) => `/mes-lots.csv?etat=${shelf}`,
  places: (query = '') => `/annuaire${query}`,
  placesCsv: (query = '') => `/annuaire.csv${query}`,
  placesGeoJson: (query = '') => `/annuaire.geojson${query}`,
  placesMapData: () => '/annuaire/carte.json',
  newPlace: () => '/annuaire/proposer',
  place: (id: string, done?: string) => `/annuaire/${id}${done ? `?fait=${done}` : ''}`,
  editPlace: (id: string) => `/annuaire/${id}/modifier`,
  ...programmePaths,
  ...previewPaths,
  ...privacyPaths,
  ...healthPaths,
  ...proconnectPaths,
  ...securityPaths,
  ...webhookPaths,
  needs: () => '/besoins',
  needsCsv: (query = '') => `/besoins.csv${query}`,
  /** The needs of a search for other programs: feeds and a map. */
  needsAtom: (query = '') => `/besoins.atom${query}`,
  needsRss: (query = '') => `/besoins.rss${query}`,
  needsGeojson: (query = '') => `/besoins.geojson${query}`,
  needSuggestions: (text: string) => `/besoins/suggestions?q=${encodeURIComponent(text)}`,
  need: (id: string) => `/besoins/${id}`,
  newNeed: (query = '') => `/besoins/nouveau${query}`,
  editNeed: (id: string) => `/besoins/${id}/modifier`,
  myNeeds: (shelf?: string, done?: string) =>
    `/mes-besoins${shelf ? `?etat=${shelf}` : ''}${shelf && done ? `&fait=${done}` : ''}`,
  myNeedsCsv: (shelf: string) => `/mes-besoins.csv?etat=${shelf}`,
  baskets: (done?: string) => (done ? `/metres?fait=${done}` : '/metres'),
  basketsCsv: () => '/metres.csv',
  newBasket: () => '/metres/nouveau',
  basket: (id: string, query = '') => `/metres/${id}${query}`,
  editBasket: (id: string, query = '') => `/metres/${id}/modifier${query}`,
  basketLinesCsv: (id: string) => `/metres/${id}/lignes.csv`,
  basketLotsCsv: (id: string) => `/metres/${id}/lots.csv`,
  sites: () => '/chantiers',
  sitesCsv: (query = '') => `/chantiers.csv${query}`,
  site: (id: string) => `/chantiers/${id}`,
  editSite: (id: string) => `/chantiers/${id}/modifier`,
  inventoryLine: (siteId: string, lineId: string) => `/chantiers/${siteId}/inventaire/${lineId}`,
  inventoryCsv: (siteId: string) => `/chantiers/${siteId}/inventaire.csv`,
  inventoryXlsx: (siteId: string) => `/chantiers/${siteId}/inventaire.xlsx`,
  wastesCsv: (siteId: string) => `/chantiers/${siteId}/dechets.csv`,
  closing: (siteId: string, query = '') => `/chantiers/${siteId}/recolement${query}`,
  closingRow: (siteId: string, rowId: string, query = '') =>
    `/chantiers/${siteId}/recolement/${rowId}${query}`,
  closingCsv: (siteId: string, query = '') => `/chantiers/${siteId}/recolement.csv${query}`,
  /** What left a site one by one, handovers and declared departures; of one row of its record, or of all. */
  closingMovesCsv: (siteId: string, rowId?: string) =>
    `/chantiers/${siteId}/recolement/mouvements.csv${rowId ? `?ligne=${rowId}` : ''}`,
  closingXlsx: (siteId: string) => `/chantiers/${siteId}/recolement.xlsx`,
  closingPdf: (siteId: string) => `/chantiers/${siteId}/recolement.pdf`,
  importInventory: (siteId: string, query = '') => `/chantiers/${siteId}/importer${query}`,
  importsCsv: (siteId: string) => `/chantiers/${siteId}/imports.csv`,
  oneImport: (siteId: string, importId: string, query = '') =>
    `/chantiers/${siteId}/import/${importId}${query}`,
  importColumns: (siteId: string, importId: string) => `/chantiers/${siteId}/import/${importId}/colonnes`,
  importRows: (siteId: string, importId: string, query = '') =>
    `/chantiers/${siteId}/import/${importId}/lignes${query}`,
  importRowsCsv: (siteId: string, importId: string) => `/chantiers/${siteId}/import/${importId}/lignes.csv`,
  importExample: () => '/aide/exemple-inventaire.csv',
  newSite: () => '/chantiers/nouveau',
  matches: (query = '') => `/rapprochements${query}`,
  matchesCsv: (query = '') => `/rapprochements.csv${query}`,
  /** Every computation of a proposed pair, redone. */
  matchReplay: (pairId: string) => `/rapprochements/${pairId}`,
  matchReplayCsv: (pairId: string) => `/rapprochements/${pairId}.csv`,
  matchReplayJson: (pairId: string) => `/rapprochements/${pairId}.json`,
  ...reservationPaths,
  ledgerEntryCsv: (handoverId: string) => `/remises/${handoverId}/registre.csv`,
  ledgerEntry: (handoverId: string, query = '') => `/remises/${handoverId}${query}`,
  method: () => '/methode',
  methodCsv: (year: number) => `/methode.csv?annee=${year}`,
  ledger: () => '/registre',
  ledgerChain: () => '/registre/chaine.json',
  ledgerHeadsCsv: () => '/registre/tetes.csv',
  ...communePaths,
  /** The file of a base map on this server's own disk, handed out part by part. */
  mapFile: () => '/fonds/carte.pmtiles',
  administration: (done?: string) => (done ? `/administration?fait=${done}` : '/administration'),
  accounts: (query = '') => `/administration/comptes${query}`,
  accountsCsv: (query = '') => `/administration/comptes.csv${query}`,
  oneAccount: (id: string) => `/administration/comptes/${id}`,
  organisations: (query = '') => `/administration/organisations${query}`,
  organisationsCsv: (query = '') => `/administration/organisations.csv${query}`,
  oneOrganisation: (id: string) => `/administration/organisations/${id}`,
  messages: (query = '') => `/administration/messages${query}`,
  messagesCsv: (query = '') => `/administration/messages.csv${query}`,
  oneMessage: (id: string) => `/administration/messages/${id}`,
  placesToCheck: (query = '') => `/administration/annuaire${query}`,
  placesToCheckCsv: (query = '') => `/administration/annuaire.csv${query}`,
  onePlaceToCheck: (id: string, done?: string) =>
    `/administration/annuaire/${id}${done ? `?fait=${done}` : ''}`,
  photosToLabel: (query = '') => `/administration/photos${query}`,
  photosToLabelCsv: (query = '') => `/administration/photos.csv${query}`,
  aiSettings: (isDone = false) => (isDone ? '/administration/ia?fait=oui' : '/administration/ia'),
  matchWeights: (done?: 'enregistres' | 'remis') =>
    done ? `/administration/rapprochements?fait=${done}` : '/administration/rapprochements',
  publicRules: (done?: 'enregistre') => `/administration/regles-publiques${done ? `?fait=${done}` : ''}`,
  publicRulesCsv: () => '/administration/regles-publiques.csv',
  answers: (query = '') => `/administration/reponses${query}`,
  answersCsv: (query = '') => `/administration/reponses.csv${query}`,
  matchWeightsCsv: () => '/administration/rapprochements.csv',
  factors: (query = '') => `/administration/facteurs${query}`,
  factorsCsv: (version?: string) =>
    `/administration/facteurs.csv${version ? `?version=${encodeURIComponent(version)}` : ''}`,
  ...oversightPaths,
  ledgerAdmin: (query = '') => `/administration/registre${query}`,
  ledgerAdminCsv: () => '/administration/registre.csv',
  vocabulary: (query = '') => `/administration/vocabulaire${query}`,
  vocabularyCsv: (version?: string) =>
    version ? `/administration/vocabulaire.csv?version=${version}` : '/administration/vocabulaire.csv',
  vocabularyImport: () => '/administration/vocabulaire/importer',
  vocabularyVersionsCsv: () => '/administration/vocabulaire/versions.csv',
  dismissalsCsv: () => '/administration/rapprochements/ecartes.csv',
  plan: (query = '') => `/administration/plan${query}`,
  planCsv: (query = '') => `/administration/plan.csv${query}`,
  planCommunesCsv: () => '/administration/plan-communes.csv',
  planFlowsCsv: (query = '') => `/administration/plan-trajets.csv${query}`,
  agents: (query = '') => `/administration/agents${query}`,
  agentsCsv: (query = '') => `/administration/agents.csv${query}`,
  /** The register of algorithms, its entries for machines and their shape. */
  algorithms: (anchor = '') => `/algorithmes${anchor && `#${anchor}`}`,
  algorithmsJson: () => '/algorithmes.json',
  algorithmsWeightsCsv: () => '/algorithmes/poids.csv',
  algorithmsSchema: () => '/algorithmes.schema.json',
  /** «Comment l’IA est utilisée ici», its figures for machines and their shape. */
  aiUse: (anchor = '') => `/ia${anchor && `#${anchor}`}`,
  aiUseJson: () => '/ia.json',
  aiUseSchema: () => '/ia.schema.json',
  aiConfusionCsv: () => '/ia/confusions.csv',
  aiLabelsCsv: () => '/ia/matieres.csv',
  /** What a label's QR code opens. */
  label: (code: string) => `/q/${code}`,
  labels: (query = '') => `/etiquettes${query}`,
  labelsCsv: () => '/etiquettes.csv',
  printLabels: (query = '') => `/etiquettes/imprimer${query}`,
  labelSheetPdf: (query = '') => `/etiquettes.pdf${query}`,
  scanner: (query = '') => `/scanner${query}`,
  newLotWithLabel: (code: string) => `/lots/publier?etiquette=${code}`,
  /** The catalogue of open data, its files (`lots.csv`) and its description for portals. */
  openData: (anchor = '') => `/donnees-ouvertes${anchor && `#${anchor}`}`,
  openDataFile: (name: string) => `/donnees-ouvertes/${name}`,
  openDataCatalogue: () => '/donnees-ouvertes/catalogue.jsonld',
  /** The page of the public interface, and where it answers. */
  api: (anchor = '') => `/api${anchor && `#${anchor}`}`,
  apiV1: (path = '') => `/api/v1${path}`,
  apiDescription: () => '/api/v1/openapi.json',
  sitemap: (part = '') => `/sitemap.xml${part && `?partie=${part}`}`,
  accessibility: () => '/accessibilite',
  legal: () => '/mentions-legales',
  contact: (query = '') => `/contact${query}`,
  /** The screens that work without a network; `query` says which. */
  field: (query = '') => `/terrain${query}`,
  fieldData: () => '/terrain/donnees',
  fieldSend: () => '/terrain/envoi',
  fieldHandover: () => '/terrain/remise',
  offline: () => '/hors-ligne',
  photoUpload: (id: string) => `/photos/${id}/envoi`,
  photoSuggestion: (id: string) => `/photos/${id}/suggestion`,
  photoSpotting: (id: string) => `/photos/${id}/reperage`,
  /** Where zones of a photo are made unrecognisable. */
  photoBlur: (id: string, done?: 'floute' | 'rien') => `/photos/${id}/floutage${done ? `?fait=${done}` : ''}`,
  photoFile: (key: string) => `/fichiers/${key}`,
  attachmentUpload: (id: string) => `/documents/${id}/envoi`,
  attachmentFile: (id: string) => `/documents/${id}`,
} as const

/** Whether a page is kept on devices, whoever looks: such a page holds nothing of an account. */
export function isKeptOnDevice(pathname: string): boolean {
  const page = pathname.replace(/\.data$/, '')
  return page === paths.field() || page === paths.offline()
}

const HERE = 'http://here.invalid'

/**
 * A path of this product that is safe to redirect to, or the fallback.
 * Refuses other hosts, schemes, protocol-relative forms, backslashes and control characters.
 */
export function safeRedirect(target: string | null | undefined, fallback: string): string {
  if (!target || !target.startsWith('/') || target.startsWith('//')) return fallback
  if (/[\\\u0000-\u001f\u007f]/.test(target) || /^\/[\s\u00a0]*\//.test(target)) return fallback
  if (!URL.canParse(target, HERE)) return fallback
  // Dots are resolved before a browser looks at the slashes: «/.//host» ends as «//host».
  const { origin, pathname, search, hash } = new URL(target, HERE)
  if (origin !== HERE || pathname.startsWith('//')) return fallback
  // A header holds no letter beyond Latin-1: what the person typed comes back percent-encoded.
  return pathname + search + hash
}

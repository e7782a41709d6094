import { REPORTED_KINDS, type ReportedKind } from './moderation-terms'

const SEGMENTS: Record<ReportedKind, string> = {
  lot: 'lot',
  need: 'besoin',
  story: 'histoire',
  fiche: 'fiche',
  post: 'message',
}

/** The kind that a part of an address names; null for another word. */
export function reportedKindOf(segment: string | undefined): ReportedKind | null {
  return REPORTED_KINDS.find((kind) => SEGMENTS[kind] === segment) ?? null
}

/** Lists of the administration that have a CSV and no page of their own, by their part of its address. */
export type TeamList =
  | 'departs'
  | 'silences'
  | 'signalements'
  | 'courriels-en-echec'
  | 'taches'
  | 'taches-en-echec'
  | 'comite'
  | 'comparaison'

/** Lists of the page of an organisation, as the team sees it. */
export type OrganisationList = 'membres' | 'chantiers' | 'lots' | 'reservations'

/** Records whose events the team reads, by their part of an address. */
export type HistoryKind = 'compte' | 'organisation' | 'message' | 'lieu'

/** The URLs of the audit log, of moderation and of what the service tells of itself; part of `paths`. */
export const oversightPaths = {
  audit: (query = '') => `/administration/journal${query}`,
  auditCsv: (query = '') => `/administration/journal.csv${query}`,
  ownActivity: (query = '') => `/compte/activite${query}`,
  ownActivityCsv: () => '/compte/activite.csv',
  report: (kind: ReportedKind, id: string, done?: string) =>
    `/signaler/${SEGMENTS[kind]}/${id}${done ? `?fait=${done}` : ''}`,
  confirmReport: (token: string, done?: string) =>
    `/signalement/${encodeURIComponent(token)}${done ? `?fait=${done}` : ''}`,
  reports: (done?: string) => `/administration/signalements${done ? `?fait=${done}` : ''}`,
  teamListCsv: (list: TeamList, query = '') => `/administration/listes/${list}.csv${query}`,
  organisationListCsv: (id: string, list: OrganisationList) =>
    `/administration/organisations/${id}/${list}.csv`,
  moderationDecisionsCsv: () => '/administration/decisions-de-moderation.csv',
  reportedSubject: (kind: ReportedKind, id: string, done?: string) =>
    `/administration/signalements/${SEGMENTS[kind]}/${id}${done ? `?fait=${done}` : ''}`,
  reportedSubjectCsv: (kind: ReportedKind, id: string) =>
    `/administration/signalements/${SEGMENTS[kind]}/${id}/historique.csv`,
  historyCsv: (kind: HistoryKind, id: string) => `/administration/historique/${kind}/${id}.csv`,
  accessibilityCsv: () => '/accessibilite.csv',
  moderationFigures: (query = '') => `/moderation${query}`,
  moderationFiguresCsv: (query = '') => `/moderation.csv${query}`,
  moderationDecision: (id: string, done?: string) => `/decisions/${id}${done ? `?fait=${done}` : ''}`,
}

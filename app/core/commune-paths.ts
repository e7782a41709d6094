/** Pages of the communes and of their boards, with the files of both; `paths` holds them. */
export const communePaths = {
  communes: () => '/communes',
  communesCsv: (year?: number) => (year ? `/communes.csv?annee=${year}` : '/communes.csv'),
  commune: (code: string, year?: number) => (year ? `/communes/${code}?annee=${year}` : `/communes/${code}`),
  /** The board of a commune (its INSEE code) or of a larger perimeter. */
  board: (slug: string, query = '') =>
    isCommune(slug) ? `/communes/${slug}${query}` : `/territoires/${slug}${query}`,
  /** A file of a board: `mois.csv`, `flux.svg`, `note.pdf`, `classeur.xlsx`. */
  boardFile: (slug: string, file: string, query = '') => `/bilan/${slug}/${file}${query}`,
  /** The rows of a stage of a board's funnel, and the places of its comparisons. */
  boardStage: (slug: string, query = '') => `/bilan/${slug}/etapes${query}`,
  boardStageCsv: (slug: string, query = '') => `/bilan/${slug}/etapes.csv${query}`,
  boardPeers: (slug: string, query = '') => `/bilan/${slug}/comparaison${query}`,
  boardPeersCsv: (slug: string, query = '') => `/bilan/${slug}/comparaison.csv${query}`,
  boardMail: () => '/bilan/abonnement',
  stopBoardMail: (token: string) => `/bilan/fin/${token}`,
  widget: (slug: string, query = '') => `/widget/${slug}${query}`,
  communePurchases: (code: string, year?: number) =>
    year ? `/communes/${code}/achats?annee=${year}` : `/communes/${code}/achats`,
  communePurchasesCsv: (code: string, year: number) => `/communes/${code}/achats.csv?annee=${year}`,
  /** Imported outlines; `version` changes with each import. */
  communeOutlines: (version: number) => `/communes/contours.geojson?v=${version}`,
  communeHandovers: (code: string, query = '') => `/communes/${code}/remises${query}`,
  /** The handovers behind the figures of a board, of a commune or of a larger perimeter. */
  boardHandovers: (slug: string, query = '') =>
    isCommune(slug) ? `/communes/${slug}/remises${query}` : `/territoires/${slug}/remises${query}`,
  boardHandoversCsv: (slug: string, query = '') =>
    isCommune(slug) ? `/communes/${slug}/remises.csv${query}` : `/territoires/${slug}/remises.csv${query}`,
  communeLedgerCsv: (code: string, year: number) => `/communes/${code}.csv?annee=${year}`,
} as const

/** Whether an address names a commune, by its INSEE code. */
function isCommune(slug: string): boolean {
  return /^\d{5}$/.test(slug)
}

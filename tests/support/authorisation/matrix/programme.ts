import type { Rights } from '../grants'

const ANYONE: Rights = { read: ['anyone'] }
const IN_PROGRAMME = ['agents', 'team'] as const
const DOSSIER: Rights = { of: 'dossier', read: ['owner', 'team'], note: 'the team: once it was submitted' }
const EXPERIMENT: Rights = { of: 'dossier', read: ['owner', 'team'] }

/** The communes' own pages and the programme that they take part in. */
export const PROGRAMME_RIGHTS = {
  '/communes/:code/achats': { of: 'commune', read: ['localAgents'], write: ['localAgents'] },
  '/communes/:code/achats.csv': { of: 'commune', read: ['localAgents'] },
  '/bilan/abonnement': { read: ['anyone'], write: ['agents'] },
  '/programme': ANYONE,
  '/programme/communes.csv': ANYONE,
  '/programme/criteres': ANYONE,
  '/programme/criteres.csv': ANYONE,
  '/programme/dossiers': { read: ['team', 'committee'] },
  '/programme/dossiers.csv': { read: ['team', 'committee'] },
  '/programme/dossiers/nouveau': { read: ['agents'], write: ['agents'] },
  '/programme/dossiers/:dossierId': {
    of: 'dossier',
    read: ['owner', 'team', 'committee'],
    write: ['owner', 'team', 'committee'],
    note: 'each their own part; nobody on their own commune',
  },
  '/programme/dossiers/:dossierId/modifier': { of: 'dossier', read: ['owner'], write: ['owner'] },
  '/programme/dossiers/:dossierId/notes.csv': { ...DOSSIER, read: ['team', 'committee'] },
  '/programme/dossiers/:dossierId/experimentation': { ...EXPERIMENT, write: ['owner'] },
  '/programme/dossiers/:dossierId/budget.csv': EXPERIMENT,
  '/programme/dossiers/:dossierId/jalons.csv': EXPERIMENT,
  '/programme/dossiers/:dossierId/indicateurs.csv': EXPERIMENT,
  '/programme/dossiers/:dossierId/bilan': { ...EXPERIMENT, write: ['owner'] },
  '/programme/dossiers/:dossierId/bilan.pdf': EXPERIMENT,
  '/programme/ateliers': ANYONE,
  '/programme/ateliers.csv': ANYONE,
  '/programme/ateliers.ics': ANYONE,
  '/programme/ateliers/nouveau': { read: ['team'], write: ['team'] },
  '/programme/ateliers/:workshopId.ics': { of: 'workshop', read: ['anyone'] },
  '/programme/ateliers/:workshopId': { of: 'workshop', read: ['anyone'], write: IN_PROGRAMME },
  '/programme/ateliers/:workshopId/modifier': { of: 'workshop', read: ['team'], write: ['team'] },
  '/programme/ateliers/:workshopId/documents/:materialId': { of: 'material', read: ['anyone'] },
  '/programme/ateliers/:workshopId/inscrits.csv': {
    of: 'workshop',
    read: IN_PROGRAMME,
    note: 'agents: those whom their organisation registered',
  },
  '/programme/ateliers/:workshopId/emargement': { of: 'workshop', read: ['team'], write: ['team'] },
  '/programme/ateliers/:workshopId/emargement.csv': { of: 'workshop', read: ['team'] },
  '/programme/ressources': ANYONE,
  '/programme/ressources.csv': ANYONE,
  '/programme/ressources/nouvelle': { read: IN_PROGRAMME, write: IN_PROGRAMME },
  '/programme/ressources/:ficheId': {
    of: 'proposedFiche',
    read: ['owner', 'team'],
    write: ['team'],
    note: 'published ones: anyone reads',
  },
  '/programme/ressources/:ficheId/modifier': {
    of: 'proposedFiche',
    read: ['owner', 'team'],
    write: ['owner', 'team'],
  },
  '/programme/club': { read: IN_PROGRAMME, write: IN_PROGRAMME },
  '/programme/club.csv': { read: IN_PROGRAMME },
} as const satisfies Record<string, Rights>

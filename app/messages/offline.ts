import { defineCatalogue } from './catalogue'

/** The page shown in place of one that the network did not bring. */
export const offline = defineCatalogue('offline', {
  fr: {
    title: 'Pas de réseau : cette page n’est pas sur le téléphone',
    lead: 'Elle demande une connexion. Ce qui suit marche sans.',
    works: 'Ce qui marche maintenant',
    publish: 'Photographier et décrire des lots : ils partent au retour du réseau',
    drafts: 'Reprendre vos brouillons',
    lots: 'Relire vos lots',
    handover: 'Compter et signer une remise',
    open: 'Ouvrir « Sur le chantier »',
    retry: 'Réessayer cette page',
  },
  en: {
    title: 'No network: this page is not on the phone',
    lead: 'It needs a connection. What follows works without.',
    works: 'What works now',
    publish: 'Photograph and describe lots: they are sent once the network is back',
    drafts: 'Resume your drafts',
    lots: 'Read your lots again',
    handover: 'Count and sign a handover',
    open: 'Open “On site”',
    retry: 'Try this page again',
  },
})

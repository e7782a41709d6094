import { defineCatalogue } from './catalogue'

/** Sign-in, the account's place in the header, the demo's one-click accounts. */
export const identity = defineCatalogue('identity', {
  fr: {
    title: 'Se connecter',
    lead: 'Publiez vos lots, réservez, confirmez les remises. Chercher et lire les lots ne demande aucun compte.',
    email: 'Adresse électronique',
    password: 'Mot de passe',
    submit: 'Se connecter',
    signedInAs: 'Connecté : {{name}}, {{organisation}}',
    demo: {
      title: 'Essayer sans compte',
      text: 'Ces comptes de démonstration n’existent que sur une installation de développement. Les données sont fictives.',
      giver: 'Conducteur de travaux',
      giverText: 'publie des lots, répond aux demandes',
      taker: 'Entreprise qui cherche',
      takerText: 'exprime des besoins, réserve',
      agent: 'Agent d’une commune',
      agentText: 'suit le réemploi de son territoire',
      admin: 'Équipe de la Métropole',
      adminText: 'suit le programme',
      enter: 'Entrer comme {{name}}',
    },
  },
  en: {
    title: 'Sign in',
    lead: 'Publish your lots, reserve, confirm handovers. Searching and reading lots needs no account.',
    email: 'E-mail address',
    password: 'Password',
    submit: 'Sign in',
    signedInAs: 'Signed in: {{name}}, {{organisation}}',
    demo: {
      title: 'Try without an account',
      text: 'These demo accounts exist on a development installation only. The data are fictitious.',
      giver: 'Site manager',
      giverText: 'publishes lots, answers requests',
      taker: 'Contractor who searches',
      takerText: 'states needs, reserves',
      agent: 'Officer of a commune',
      agentText: 'follows reuse on the territory',
      admin: 'Métropole team',
      adminText: 'follows the programme',
      enter: 'Enter as {{name}}',
    },
  },
})

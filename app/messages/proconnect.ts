import { defineCatalogue } from './catalogue'

/** The way in by ProConnect: its button, what it leads through, what can go wrong, requests for membership. */
export const proconnect = defineCatalogue('proconnect', {
  fr: {
    button: 'S’identifier avec ProConnect',
    what: 'Qu’est-ce que ProConnect ?',
    who: 'Pour les agents publics et les professionnels : votre identifiant habituel, sans mot de passe de plus.',
    or: 'Ou avec votre adresse et votre mot de passe',
    leaving: {
      title: 'Vous partez vers ProConnect',
      text: 'ProConnect vérifie qui vous êtes, puis vous ramène ici.',
      go: 'Continuer vers ProConnect',
    },
    ending: {
      title: 'Vous êtes déconnecté de Gisement',
      text: 'Votre session ProConnect se ferme aussi, puis vous revenez ici.',
      go: 'Fermer la session ProConnect',
      stay: 'Rester connecté à ProConnect',
    },
    fault: {
      down: 'ProConnect ne répond pas. Connectez-vous avec votre mot de passe, ou réessayez dans quelques minutes.',
      cancelled:
        'Vous avez quitté ProConnect avant la fin. Recommencez, ou connectez-vous avec votre mot de passe.',
      refused:
        'La réponse de ProConnect n’a pas pu être acceptée : trop tardive, déjà utilisée ou inattendue. Recommencez depuis cette page.',
      taken:
        'Cette identité ProConnect est associée à un autre compte. Connectez-vous à celui-ci pour l’en dissocier d’abord.',
      waits: 'Votre demande attend la réponse de l’organisation. Vous recevrez un courriel.',
      closed: 'Ce compte est suspendu. Écrivez à l’équipe qui gère ce service par la page Contact.',
    },
    account: {
      title: 'Bienvenue',
      lead: 'ProConnect vous connaît ; Gisement pas encore. Choisissez la suite.',
      who: '{{name}}, {{email}}',
      existing: 'Vous avez déjà un compte Gisement ?',
      existingText:
        'Connectez-vous avec votre mot de passe, puis associez ProConnect dans « Mon compte ». Une adresse identique n’associe rien toute seule.',
      existingGo: 'Me connecter et associer',
      ask: 'Rejoindre {{organisation}}',
      askText:
        'Votre SIRET est celui de {{organisation}}. Un responsable de cette organisation ou la Métropole répond à votre demande ; vous recevez un courriel.',
      askGo: 'Demander à rejoindre {{organisation}}',
      invited: 'Rejoindre {{organisation}} par votre invitation',
      found: 'Inscrire mon organisation',
      foundGo: 'Créer mon compte et mon organisation',
      over: 'Cette étape n’est plus valable',
      overText: 'Recommencez depuis la page de connexion.',
      sent: 'Demande envoyée',
      sentText:
        'L’organisation est prévenue. Vous recevrez un courriel dès sa réponse ; revenez alors vous connecter.',
      signIn: 'Se connecter',
      search: 'Chercher des lots',
    },
    link: {
      title: 'ProConnect',
      none: 'Associez votre identité ProConnect pour vous connecter sans mot de passe. Votre compte reste le même.',
      since: 'Associé depuis le {{day}} ({{email}}).',
      password: 'Mot de passe actuel',
      submit: 'Associer ProConnect',
      unlink: 'Dissocier ProConnect',
    },
    requests: {
      title: 'Demandes pour rejoindre l’organisation',
      text: 'ProConnect donne à ces personnes le SIRET de l’organisation. Vérifiez que vous les connaissez.',
      person: 'Personne',
      asked: 'Demandé le',
      action: 'Réponse',
      accept: 'Accepter',
      acceptOf: 'Accepter {{name}}',
      refuse: 'Refuser',
      refuseOf: 'Refuser {{name}}',
    },
  },
  en: {
    button: 'Sign in with ProConnect',
    what: 'What is ProConnect?',
    who: 'For public agents and professionals: your usual credentials, without one more password.',
    or: 'Or with your address and your password',
    leaving: {
      title: 'You are leaving for ProConnect',
      text: 'ProConnect checks who you are, then brings you back here.',
      go: 'Go on to ProConnect',
    },
    ending: {
      title: 'You are signed out of Gisement',
      text: 'Your ProConnect session ends too, then you come back here.',
      go: 'End the ProConnect session',
      stay: 'Stay signed in to ProConnect',
    },
    fault: {
      down: 'ProConnect does not answer. Sign in with your password, or try again in a few minutes.',
      cancelled: 'You left ProConnect before the end. Begin again, or sign in with your password.',
      refused:
        'The answer of ProConnect could not be accepted: too late, used already or unexpected. Begin again from this page.',
      taken: 'This ProConnect identity is tied to another account. Sign in to that one to untie it first.',
      waits: 'Your request waits for the organisation’s answer. You will get an e-mail.',
      closed: 'This account is suspended. Write to the team that runs this service from the Contact page.',
    },
    account: {
      title: 'Welcome',
      lead: 'ProConnect knows you; Gisement does not yet. Choose what comes next.',
      who: '{{name}}, {{email}}',
      existing: 'Do you have a Gisement account already?',
      existingText:
        'Sign in with your password, then tie ProConnect to it in «My account». The same address ties nothing by itself.',
      existingGo: 'Sign in and tie',
      ask: 'Join {{organisation}}',
      askText:
        'Your SIRET is that of {{organisation}}. One of its owners or the Métropole answers your request; you get an e-mail.',
      askGo: 'Ask to join {{organisation}}',
      invited: 'Join {{organisation}} by your invitation',
      found: 'Register my organisation',
      foundGo: 'Create my account and my organisation',
      over: 'This step is over',
      overText: 'Begin again from the sign-in page.',
      sent: 'Request sent',
      sentText: 'The organisation is told. You will get an e-mail when it answers; sign in again then.',
      signIn: 'Sign in',
      search: 'Search lots',
    },
    link: {
      title: 'ProConnect',
      none: 'Tie your ProConnect identity to this account to sign in without a password. Your account stays the same.',
      since: 'Tied since {{day}} ({{email}}).',
      password: 'Current password',
      submit: 'Tie ProConnect to my account',
      unlink: 'Untie ProConnect',
    },
    requests: {
      title: 'Requests to join the organisation',
      text: 'ProConnect gives these people the SIRET of the organisation. Make sure that you know them.',
      person: 'Person',
      asked: 'Asked on',
      action: 'Answer',
      accept: 'Accept',
      acceptOf: 'Accept {{name}}',
      refuse: 'Refuse',
      refuseOf: 'Refuse {{name}}',
    },
  },
})

import { defineCatalogue } from './catalogue'

/** «Mon compte»: profile, address, password, sessions, the organisation acted for. */
export const account = defineCatalogue('account', {
  fr: {
    title: 'Mon compte',
    lead: 'Connecté comme {{name}}, pour {{organisation}}.',
    saved: {
      profil: 'Profil enregistré.',
      adresse: 'Adresse confirmée. Vous pouvez publier et réserver.',
      courriel:
        'Un courriel part vers la nouvelle adresse. Elle remplace l’ancienne dès que son lien est ouvert.',
      'mot-de-passe': 'Mot de passe changé. Vos autres sessions sont fermées.',
      session: 'Session fermée.',
      quitte: 'Vous avez quitté l’organisation. Vous agissez maintenant pour {{organisation}}.',
      organisation: 'Vous agissez maintenant pour {{organisation}}.',
      renvoye: 'Un nouveau courriel part vers votre adresse. Le lien précédent ne sert plus.',
    },
    profile: {
      title: 'Profil',
      name: 'Prénom et nom',
      phone: 'Téléphone',
      phoneHint: 'Montré à l’autre partie d’une réservation acceptée, à personne d’autre.',
      locale: 'Langue des pages et des courriels',
      submit: 'Enregistrer le profil',
    },
    email: {
      title: 'Adresse électronique',
      current: 'Adresse actuelle : {{email}}',
      field: 'Nouvelle adresse',
      submit: 'Changer d’adresse',
    },
    password: {
      title: 'Mot de passe',
      current: 'Mot de passe actuel',
      text: 'Changer de mot de passe ferme vos autres sessions.',
      submit: 'Changer le mot de passe',
    },
    sessions: {
      title: 'Sessions ouvertes',
      text: 'Fermez celles que vous ne reconnaissez pas, puis changez de mot de passe.',
      device: 'Appareil',
      unknown: 'Appareil inconnu',
      lastSeen: 'Dernière activité',
      current: 'Cette session',
      end: 'Fermer',
      endThis: 'Fermer la session {{device}}',
      action: 'Action',
    },
    switch: {
      title: 'Organisation',
      text: 'Vous appartenez à plusieurs organisations. Choisissez celle pour laquelle vous agissez dans cette session.',
      label: 'J’agis pour',
      submit: 'Changer d’organisation',
    },
  },
  en: {
    title: 'My account',
    lead: 'Signed in as {{name}}, for {{organisation}}.',
    saved: {
      profil: 'Profile saved.',
      adresse: 'Address confirmed. You can publish and reserve.',
      courriel:
        'An e-mail is on its way to the new address. It replaces the former one once its link is opened.',
      'mot-de-passe': 'Password changed. Your other sessions are closed.',
      session: 'Session closed.',
      quitte: 'You have left the organisation. You now act for {{organisation}}.',
      organisation: 'You now act for {{organisation}}.',
      renvoye: 'A new e-mail is on its way to your address. The former link no longer works.',
    },
    profile: {
      title: 'Profile',
      name: 'First and last name',
      phone: 'Telephone',
      phoneHint: 'Shown to the other side of an accepted reservation, to nobody else.',
      locale: 'Language of pages and e-mails',
      submit: 'Save the profile',
    },
    email: {
      title: 'E-mail address',
      current: 'Current address: {{email}}',
      field: 'New address',
      submit: 'Change the address',
    },
    password: {
      title: 'Password',
      current: 'Current password',
      text: 'Changing the password closes your other sessions.',
      submit: 'Change the password',
    },
    sessions: {
      title: 'Open sessions',
      text: 'Close those you do not recognise, then change your password.',
      device: 'Device',
      unknown: 'Unknown device',
      lastSeen: 'Last active',
      current: 'This session',
      end: 'Close',
      endThis: 'Close the session {{device}}',
      action: 'Action',
    },
    switch: {
      title: 'Organisation',
      text: 'You belong to several organisations. Choose the one you act for in this session.',
      label: 'I act for',
      submit: 'Change organisation',
    },
  },
})

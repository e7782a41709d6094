import { defineCatalogue } from './catalogue'

/** Legal notice. */
export const legal = defineCatalogue('legal', {
  fr: {
    unknown: 'non renseigné par l’exploitant',
    title: 'Mentions légales',
    lead: 'Qui publie ce service, ce qu’il fait des données, et sous quelles licences il est diffusé.',
    operator: {
      title: 'Exploitant',
      text: 'Gisement est un logiciel libre : la collectivité ou l’organisme qui l’installe est l’éditeur du service et responsable de ses contenus.',
      name: 'Éditeur',
      contact: 'Contact',
      howTo:
        'L’exploitant renseigne ces lignes par les variables OPERATOR_NAME et OPERATOR_CONTACT du serveur.',
    },
    data: {
      title: 'Données personnelles',
      lead: 'L’exploitant est responsable du traitement. Le logiciel ne garde que ce qu’il faut pour mettre en relation et tracer les remises.',
      account: 'Compte',
      accountText: 'Nom, adresse électronique, organisation, mot de passe chiffré (argon2id).',
      session: 'Connexion',
      sessionText:
        'Un témoin signé, nécessaire au fonctionnement ; un autre garde la langue et l’affichage choisis. Aucune mesure d’audience, aucun traceur tiers.',
      speed: 'Vitesse des pages',
      speedText:
        'Une part des pages fait dire au navigateur, à ce serveur seul, en combien de temps elles se sont affichées : le modèle de l’adresse et cinq nombres, comptés par jour, sans identifiant ni témoin, gardés treize mois. Les navigateurs qui demandent de ne pas être suivis (DNT, GPC) ne mesurent rien.',
      kept: 'Lots gardés et lots vus',
      keptText:
        'Les favoris sont dans votre compte ou, sans compte, dans un témoin signé de cet appareil (50 lots, un an, illisible par les scripts), posé quand vous gardez un lot. Les 12 derniers lots vus n’y sont notés que si vous le demandez ; un bouton les efface. Personne d’autre n’en est informé.',
      api: 'Interface publique',
      apiText:
        'Pour limiter le débit, le nombre de requêtes d’un réseau est compté par minute sous une empreinte qui change chaque jour, effacée après deux heures. L’adresse elle-même n’est pas gardée.',
      photos: 'Photos',
      photosText:
        'La position et les autres métadonnées sont retirées à l’envoi. Évitez les personnes et les plaques.',
      learning: 'Photos qui apprennent au modèle',
      learningText:
        'Seulement si votre organisation l’accepte, dans « Mon organisation » : photos de ses lots, matière choisie, matière proposée, auteur du choix. But : améliorer la reconnaissance des matériaux. Durée : trois ans au plus, jamais plus que la photo. Retirer l’accord les efface aussitôt.',
      place: 'Adresses',
      placeText:
        'Un lot montre sa commune. L’adresse du chantier n’est montrée qu’aux deux parties d’une réservation acceptée.',
      alerts: 'Alertes sans compte',
      alertsText:
        'L’adresse que vous donnez ne sert qu’aux alertes demandées. Sans confirmation, elle est effacée après sept jours ; arrêtée, après trente ; par le lien de chaque courriel, tout de suite.',
      trace: 'Remises',
      traceText:
        'Noms des signataires, masses et dates sont conservés : ils prouvent le réemploi et ne sont pas publiés.',
      rights: 'Vos droits',
      rightsText:
        'Avec un compte : « Mes données » les télécharge toutes et efface le compte. Rectification, limitation, opposition, ou sans compte : écrivez à l’exploitant. Vous pouvez saisir la CNIL (cnil.fr).',
    },
    licences: {
      title: 'Licences',
      what: 'Élément',
      source: 'Source',
      licence: 'Licence',
      software: 'Logiciel Gisement',
      openData: 'Données ouvertes : lots, besoins, masses remises',
      communes: 'Codes, noms et populations des communes',
      points: 'Points des communes et distances',
      factors: 'Facteurs d’émission',
      fonts: 'Polices',
      model: 'Réseau du modèle d’image',
    },
    see: {
      register: 'Registre des traitements',
      ai: 'Usage de l’IA',
      algorithms: 'Registre des algorithmes',
      accessibility: 'Accessibilité',
    },
  },
  en: {
    unknown: 'not given by the operator',
    title: 'Legal notice',
    lead: 'Who publishes this service, what it does with data, and under which licences it is released.',
    operator: {
      title: 'Operator',
      text: 'Gisement is free software: the authority or body that installs it publishes the service and is responsible for its contents.',
      name: 'Publisher',
      contact: 'Contact',
      howTo:
        'The operator fills in these lines with the variables OPERATOR_NAME and OPERATOR_CONTACT of the server.',
    },
    data: {
      title: 'Personal data',
      lead: 'The operator is the data controller. The software keeps only what is needed to bring parties together and trace handovers.',
      account: 'Account',
      accountText: 'Name, e-mail address, organisation, hashed password (argon2id).',
      session: 'Signing in',
      sessionText:
        'One signed cookie, needed to work; another keeps the language and appearance chosen. No audience measurement, no third-party tracker.',
      speed: 'Speed of pages',
      speedText:
        'A share of pages has the browser tell this server alone how long they took to show: the pattern of the address and five numbers, counted by day, without an identifier or a cookie, kept for thirteen months. Browsers that ask not to be followed (DNT, GPC) measure nothing.',
      kept: 'Lots kept and lots seen',
      keptText:
        'Favourites are in your account or, without one, in a signed cookie of this device (50 lots, one year, out of reach of scripts), set when you keep a lot. The last 12 lots seen are noted in it only if you ask for it; a button erases them. Nobody else is told.',
      api: 'Public interface',
      apiText:
        'To limit the rate, the number of requests of a network is counted by the minute under a fingerprint that changes every day, erased after two hours. The address itself is not kept.',
      photos: 'Photos',
      photosText: 'Position and other metadata are removed on upload. Avoid people and number plates.',
      learning: 'Photos that teach the model',
      learningText:
        'Only if your organisation agrees, in “My organisation”: photos of its lots, the material chosen, the material proposed, who chose. Purpose: better recognition of materials. Kept: three years at most, never longer than the photo. Withdrawing consent erases them at once.',
      place: 'Addresses',
      placeText:
        'A lot shows its commune. The address of the site is shown to the two sides of an accepted reservation only.',
      alerts: 'Alerts without an account',
      alertsText:
        'The address that you give serves the alerts asked for and nothing else. Without confirmation it is erased after seven days; stopped, after thirty; by the link in each e-mail, at once.',
      trace: 'Handovers',
      traceText:
        'Names of signatories, masses and dates are kept: they prove the reuse and are not published.',
      rights: 'Your rights',
      rightsText:
        'With an account: «My data» downloads all of it and erases the account. Rectification, restriction, objection, or without an account: write to the operator. You may turn to the CNIL (cnil.fr).',
    },
    licences: {
      title: 'Licences',
      what: 'Item',
      source: 'Source',
      licence: 'Licence',
      software: 'Gisement software',
      openData: 'Open data: lots, needs, masses handed over',
      communes: 'Codes, names and populations of the communes',
      points: 'Points of the communes and distances',
      factors: 'Emission factors',
      fonts: 'Fonts',
      model: 'Network of the image model',
    },
    see: {
      register: 'Register of processing',
      ai: 'Use of AI',
      algorithms: 'Register of algorithms',
      accessibility: 'Accessibility',
    },
  },
})

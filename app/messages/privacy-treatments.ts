import { defineCatalogue } from './catalogue'

/** What is done with personal data: why, on which ground, for whom and how long. */
export const privacyTreatments = defineCatalogue('privacy-treatments', {
  fr: {
    accounts: {
      title: 'Comptes et organisations',
      purpose: 'Ouvrir un compte, agir pour une organisation, garder ses préférences.',
      basis: 'Exécution du contrat (RGPD, art. 6-1-b)',
      recipients: 'Les membres de l’organisation ; l’équipe de la Métropole.',
      kept: 'Tant que le compte est ouvert. Un compte supprimé ne laisse qu’un identifiant sans nom.',
    },
    exchanges: {
      title: 'Lots, besoins et réservations',
      purpose: 'Mettre en relation ceux qui cèdent et ceux qui reprennent, convenir d’une remise.',
      basis: 'Exécution du contrat (RGPD, art. 6-1-b)',
      recipients: 'Lots et besoins : tout le monde. Adresse, téléphone et messages : les deux parties.',
      kept: 'Tant que le compte ou son organisation existe ; messages : trois ans.',
    },
    traceability: {
      title: 'Traçabilité des remises',
      purpose:
        'Prouver qu’un produit a quitté un chantier sans devenir un déchet, et tenir le registre des masses.',
      basis:
        'Obligation légale (code de l’environnement, L.541-7 et R.541-43) et constatation de droits (RGPD, art. 17-3-e)',
      recipients: 'Les deux parties ; l’équipe de la Métropole. Le registre public ne nomme personne.',
      kept: 'Noms et signatures : cinq ans au moins après la remise (code civil, art. 2224), même après la suppression du compte. Le registre des masses reste, sans personne.',
    },
    alerts: {
      title: 'Alertes et notifications',
      purpose: 'Prévenir de ce qui a été demandé et de ce qui attend une réponse.',
      basis:
        'Consentement pour les alertes sans compte ; exécution du contrat pour le reste (RGPD, art. 6-1-a et b)',
      recipients: 'La personne seule.',
      kept: 'Notifications : un an. Alertes : tant qu’elles sont demandées ; sept jours sans confirmation, trente après l’arrêt.',
    },
    directory: {
      title: 'Annuaire des lieux',
      purpose: 'Faire connaître les lieux de stockage et les acteurs du réemploi.',
      basis: 'Mission d’intérêt public (RGPD, art. 6-1-e)',
      recipients: 'Tout le monde, une fois la fiche vérifiée.',
      kept: 'Tant que le lieu est dans l’annuaire.',
    },
    learning: {
      title: 'Photos qui apprennent au modèle',
      purpose:
        'Reconnaître les matériaux, et mieux les reconnaître avec les photos des organisations d’accord.',
      basis: 'Consentement de l’organisation (RGPD, art. 6-1-a)',
      recipients: 'L’équipe de la Métropole.',
      kept: 'Trois ans au plus, jamais plus que la photo ; aussitôt que l’accord est retiré.',
    },
    programme: {
      title: 'Programme avec les communes',
      purpose: 'Instruire les dossiers, tenir les ateliers et animer le club.',
      basis: 'Mission d’intérêt public (RGPD, art. 6-1-e)',
      recipients: 'Les communes du programme ; l’équipe de la Métropole.',
      kept: 'Dossiers : durée d’archivage de l’exploitant. Inscrits : deux ans après l’atelier.',
    },
    contact: {
      title: 'Messages à l’exploitant',
      purpose: 'Répondre aux questions et aux demandes de droits.',
      basis: 'Intérêt légitime à répondre (RGPD, art. 6-1-f)',
      recipients: 'L’équipe de la Métropole.',
      kept: 'Un an après la réponse.',
    },
    administration: {
      title: 'Décisions et réglages',
      purpose: 'Rendre compte de qui a décidé quoi : attributions, règles, facteurs, vocabulaire.',
      basis: 'Mission d’intérêt public et obligation de motiver (RGPD, art. 6-1-c et e)',
      recipients: 'L’équipe de la Métropole ; les parties, pour la réponse qui les concerne.',
      kept: 'Aussi longtemps que la décision, avec un identifiant sans nom une fois le compte supprimé.',
    },
    security: {
      title: 'Sécurité',
      purpose: 'Reconnaître une session, limiter les abus, savoir qui a fait quoi.',
      basis: 'Intérêt légitime à protéger le service (RGPD, art. 6-1-f)',
      recipients: 'L’équipe de la Métropole.',
      kept: 'Sessions : quand elles finissent. Empreintes de réseau : deux heures à un jour. Journal : cinq ans.',
    },
    operation: {
      title: 'Fonctionnement',
      purpose: 'Envoyer les courriels et faire les travaux en arrière-plan, une seule fois chacun.',
      basis: 'Exécution du contrat (RGPD, art. 6-1-b)',
      recipients: 'Personne.',
      kept: 'Trente jours après l’exécution.',
    },
  },
  en: {
    accounts: {
      title: 'Accounts and organisations',
      purpose: 'To open an account, act for an organisation, keep preferences.',
      basis: 'Performance of the contract (GDPR, art. 6-1-b)',
      recipients: 'Members of the organisation; the Métropole’s team.',
      kept: 'While the account is open. An erased account leaves only an id without a name.',
    },
    exchanges: {
      title: 'Lots, needs and reservations',
      purpose: 'To bring together those who give and those who take, and agree on a handover.',
      basis: 'Performance of the contract (GDPR, art. 6-1-b)',
      recipients: 'Lots and needs: everyone. Address, telephone and messages: the two sides.',
      kept: 'While the account or its organisation exists; messages: three years.',
    },
    traceability: {
      title: 'Traceability of handovers',
      purpose: 'To prove that a product left a site without becoming waste, and keep the ledger of masses.',
      basis:
        'Legal obligation (environment code, L.541-7 and R.541-43) and establishment of claims (GDPR, art. 17-3-e)',
      recipients: 'The two sides; the Métropole’s team. The public ledger names nobody.',
      kept: 'Names and signatures: at least five years after the handover (civil code, art. 2224), even after the account is erased. The ledger of masses stays, without anybody.',
    },
    alerts: {
      title: 'Alerts and notifications',
      purpose: 'To tell of what was asked for and of what waits for an answer.',
      basis:
        'Consent for alerts without an account; performance of the contract for the rest (GDPR, art. 6-1-a and b)',
      recipients: 'The person alone.',
      kept: 'Notifications: a year. Alerts: while they are asked for; seven days without confirmation, thirty after they stop.',
    },
    directory: {
      title: 'Directory of places',
      purpose: 'To make places of storage and reuse actors known.',
      basis: 'Task in the public interest (GDPR, art. 6-1-e)',
      recipients: 'Everyone, once the entry is checked.',
      kept: 'While the place is in the directory.',
    },
    learning: {
      title: 'Photos that teach the model',
      purpose: 'To recognise materials, and better with photos of organisations that agree.',
      basis: 'Consent of the organisation (GDPR, art. 6-1-a)',
      recipients: 'The Métropole’s team.',
      kept: 'Three years at most, never longer than the photo; at once when the consent is withdrawn.',
    },
    programme: {
      title: 'Programme with the communes',
      purpose: 'To examine dossiers, hold workshops and run the club.',
      basis: 'Task in the public interest (GDPR, art. 6-1-e)',
      recipients: 'Communes of the programme; the Métropole’s team.',
      kept: 'Dossiers: the operator’s archiving term. Participants: two years after the workshop.',
    },
    contact: {
      title: 'Messages to the operator',
      purpose: 'To answer questions and requests about rights.',
      basis: 'Legitimate interest in answering (GDPR, art. 6-1-f)',
      recipients: 'The Métropole’s team.',
      kept: 'A year after the answer.',
    },
    administration: {
      title: 'Decisions and settings',
      purpose: 'To account for who decided what: attributions, rules, factors, vocabulary.',
      basis: 'Task in the public interest and duty to give reasons (GDPR, art. 6-1-c and e)',
      recipients: 'The Métropole’s team; the sides, for the answer that concerns them.',
      kept: 'As long as the decision, with an id without a name once the account is erased.',
    },
    security: {
      title: 'Security',
      purpose: 'To recognise a session, limit abuse, know who did what.',
      basis: 'Legitimate interest in protecting the service (GDPR, art. 6-1-f)',
      recipients: 'The Métropole’s team.',
      kept: 'Sessions: when they end. Hashes of networks: two hours to a day. Log: five years.',
    },
    operation: {
      title: 'Operation',
      purpose: 'To send e-mails and do background work, each once.',
      basis: 'Performance of the contract (GDPR, art. 6-1-b)',
      recipients: 'Nobody.',
      kept: 'Thirty days after it is done.',
    },
  },
})

import { defineCatalogue } from './catalogue'

/** A person's own data: taken along, or erased with the account. */
export const privacy = defineCatalogue('privacy', {
  fr: {
    prove: {
      text: 'Confirmez d’abord que c’est vous : par votre mot de passe, votre clé d’accès, un code, ou en vous connectant à nouveau.',
      act: 'Confirmer que c’est moi',
    },
    mine: {
      title: 'Mes données',
      lead: 'Tout ce que ce service garde de vous : emportez-le, ou supprimez votre compte.',
      link: 'Mes données',
      take: 'Télécharger mes données',
      takeText:
        'Une archive ZIP : chaque table où quelque chose est de vous, en JSON et en CSV, avec vos photos et vos documents. Ce qui est de plusieurs personnes, comme les lots d’une organisation de plusieurs membres, n’y est pas.',
      ask: 'Préparer l’archive',
      ready: 'C’est bien vous. L’archive est prête pendant un quart d’heure.',
      readyText: 'Un courriel vous prévient de cette demande.',
      download: 'Télécharger l’archive (ZIP)',
      limit: 'Cinq demandes par jour au plus.',
      more: 'Et aussi',
      register: 'Ce qui est gardé, pourquoi et combien de temps',
      erase: 'Supprimer mon compte',
    },
    archive: {
      text: 'Vos données sur {{url}}.\r\n\r\nDossier json : une table par fichier, pour les machines. Dossier csv : les mêmes, pour un tableur. Dossiers photos et documents : vos fichiers, sans les métadonnées retirées à l’envoi. Les dates finissant par _ms sont des millisecondes depuis le 1er janvier 1970 (UTC). Les secrets (mot de passe, sessions, liens) sont gardés en empreinte et n’y sont pas. Où une ligne est d’une autre personne et ne fait que vous nommer, seul ce lien y est.\r\n\r\nTables et traitement de chacune :',
    },
    erase: {
      title: 'Supprimer mon compte',
      lead: 'Lisez ce qui se passe, puis confirmez. Il n’y a pas de retour.',
      nowTitle: 'Effacé aussitôt',
      now: 'Nom, adresse électronique, téléphone, mot de passe, sessions, préférences, alertes, favoris, notifications, messages écrits aux autres parties et à l’exploitant, textes de vos demandes.',
      keptTitle: 'Gardé sans vous',
      kept: 'L’historique des réservations reste aux autres parties, avec « Compte supprimé » à la place de votre nom. Le registre des masses ne nomme personne : il ne change pas.',
      signedTitle: 'Gardé avec votre nom',
      signed:
        'Les bordereaux et bons que vous avez signés : ils prouvent la cession et la sortie du chantier. Au moins cinq ans après la remise (code civil, art. 2224 ; RGPD, art. 17-3-e), pour les deux parties et l’équipe de la Métropole seulement.',
      backupTitle: 'Sauvegardes',
      backup:
        'Les copies de sécurité de l’exploitant gardent l’état d’avant jusqu’à leur remplacement. Si l’une devait servir, les effacements faits depuis seraient refaits.',
      organisations: 'Vos organisations',
      leave: '{{name}} : vous la quittez, elle continue.',
      close:
        '{{name}} : vous en êtes la seule personne. Elle ferme : ses lots et besoins sont retirés, ses chantiers, brouillons, photos et documents effacés.',
      handOver: '{{name}} : vous en êtes la dernière personne responsable. Choisissez qui la reprend.',
      heir: 'Responsable de {{name}}',
      choose: 'Choisir',
      reservations: 'Réservations en cours',
      reservationsText:
        'Elles sont refusées ou annulées, et l’autre partie est prévenue. Pour en finir une autrement, faites-le avant.',
      disputes:
        'Un désaccord est ouvert : réglez-le d’abord, ou demandez à l’équipe de la Métropole de le faire.',
      offers: '{{lots}} lots et {{needs}} besoins encore en ligne seront retirés.',
      confirm: 'Confirmer',
      word: 'Écrivez SUPPRIMER',
      submit: 'Supprimer mon compte pour toujours',
      first: 'Télécharger mes données d’abord',
    },
    erased: {
      title: 'Votre compte est supprimé',
      lead: 'Un dernier courriel le confirme. Votre adresse est ensuite oubliée.',
      home: 'Revenir à l’accueil',
    },
  },
  en: {
    prove: {
      text: 'First confirm that it is you: by your password, your passkey, a code, or by signing in again.',
      act: 'Confirm that it is me',
    },
    mine: {
      title: 'My data',
      lead: 'Everything that this service keeps of you: take it along, or erase your account.',
      link: 'My data',
      take: 'Download my data',
      takeText:
        'A ZIP archive: each table where something is yours, as JSON and CSV, with your photos and documents. What belongs to several people, such as the lots of an organisation with several members, is not in it.',
      ask: 'Prepare the archive',
      ready: 'It is you. The archive is ready for a quarter of an hour.',
      readyText: 'An e-mail tells you of this request.',
      download: 'Download the archive (ZIP)',
      limit: 'Five requests a day at most.',
      more: 'And also',
      register: 'What is kept, why and for how long',
      erase: 'Erase my account',
    },
    archive: {
      text: 'Your data on {{url}}.\r\n\r\nFolder json: one table a file, for machines. Folder csv: the same, for a spreadsheet. Folders photos and documents: your files, without the metadata that was removed when they were sent. Dates ending in _ms are milliseconds since 1 January 1970 (UTC). Secrets (password, sessions, links) are kept hashed and are not here. Where a row is another person’s and only names you, only that link is here.\r\n\r\nTables and the processing of each:',
    },
    erase: {
      title: 'Erase my account',
      lead: 'Read what happens, then confirm. There is no way back.',
      nowTitle: 'Erased at once',
      now: 'Name, e-mail address, telephone, password, sessions, preferences, alerts, favourites, notifications, messages written to other sides and to the operator, texts of your requests.',
      keptTitle: 'Kept without you',
      kept: 'The history of reservations stays with the other sides, with «Compte supprimé» in place of your name. The ledger of masses names nobody: it does not change.',
      signedTitle: 'Kept with your name',
      signed:
        'The transfer documents and receipts that you signed: they prove the transfer and the departure from the site. At least five years after the handover (French civil code, art. 2224; GDPR, art. 17-3-e), for the two sides and the Métropole’s team alone.',
      backupTitle: 'Backups',
      backup:
        'The operator’s backups keep the state of before until they are replaced. Should one be needed, the erasures made since would be done again.',
      organisations: 'Your organisations',
      leave: '{{name}}: you leave it, it goes on.',
      close:
        '{{name}}: you are its only person. It closes: its lots and needs are withdrawn, its sites, drafts, photos and documents erased.',
      handOver: '{{name}}: you are its last owner. Choose who takes over.',
      heir: 'Owner of {{name}}',
      choose: 'Choose',
      reservations: 'Reservations under way',
      reservationsText:
        'They are refused or cancelled, and the other side is told. To end one in another way, do so before.',
      disputes: 'A dispute is open: settle it first, or ask the Métropole’s team to.',
      offers: '{{lots}} lots and {{needs}} needs still online will be withdrawn.',
      confirm: 'Confirm',
      word: 'Type ERASE',
      submit: 'Erase my account for ever',
      first: 'Download my data first',
    },
    erased: {
      title: 'Your account is erased',
      lead: 'One last e-mail confirms it. Your address is then forgotten.',
      home: 'Back to the home page',
    },
  },
})

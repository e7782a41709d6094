/** Refusals about accounts and second factors; `domainErrors` holds them. */
export const accountErrors = {
  fr: {
    'erase-dispute': 'Un désaccord est ouvert sur une réservation. Réglez-le d’abord.',
    'last-owner': 'Une organisation garde au moins un responsable. Nommez-en un autre d’abord.',
    'last-admin':
      'Ce compte est le dernier de l’équipe de la Métropole qui soit ouvert. Invitez d’abord une autre personne.',
    'own-account':
      'Vous ne pouvez pas suspendre votre propre compte : demandez-le à un autre administrateur.',
    'metropole-stays':
      'L’organisation de la Métropole ne se suspend pas. Suspendez le compte d’une personne, si c’est le but.',
    'password-guessable':
      'Ce mot de passe se devine vite : il est fait de mots courants, de suites de touches, ou de votre nom. Choisissez une phrase à vous, ou laissez votre gestionnaire de mots de passe en créer un.',
    'password-breached':
      'Ce mot de passe figure dans des listes de mots de passe volés, sur d’autres sites que celui-ci. Choisissez-en un autre, et changez-le là où vous l’utilisez encore.',
    'code-wrong':
      'Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant dans l’application, ou essayez un code de secours.',
    'codes-locked':
      'Trop de codes faux : ils sont refusés pendant un quart d’heure au moins. Une clé d’accès reste acceptée.',
    'setup-stale': 'Ce code QR n’est plus valable. Scannez celui qui s’affiche maintenant.',
    'proof-stale': 'Confirmez d’abord que c’est vous, puis recommencez.',
    'passkey-refused': 'Cette clé d’accès n’a pas été reconnue. Réessayez, ou choisissez un autre moyen.',
    'passkey-limit': 'Un compte garde dix clés d’accès au plus. Retirez-en une d’abord.',
    'factor-required':
      'Votre rôle demande une seconde preuve : ajoutez-en une autre avant de retirer celle-ci.',
  },
  en: {
    'erase-dispute': 'A dispute is open on a reservation. Settle it first.',
    'last-owner': 'An organisation keeps at least one owner. Appoint another one first.',
    'last-admin': 'This account is the last open one of the Métropole’s team. Invite someone else first.',
    'own-account': 'You cannot suspend your own account: ask another administrator to.',
    'metropole-stays':
      'The organisation of the Métropole cannot be suspended. Suspend one person’s account, if that is the aim.',
    'password-guessable':
      'This password is soon guessed: it is made of common words, rows of keys, or your name. Choose a sentence of your own, or let your password manager make one.',
    'password-breached':
      'This password is in lists of passwords stolen from other sites. Choose another one, and change it wherever you still use it.',
    'code-wrong':
      'This code is not right, or was used before. Wait for the next one in the application, or try a recovery code.',
    'codes-locked':
      'Too many wrong codes: they are refused for a quarter of an hour at least. A passkey is still accepted.',
    'setup-stale': 'This QR code is no longer valid. Scan the one that is shown now.',
    'proof-stale': 'Confirm first that it is you, then try again.',
    'passkey-refused': 'This passkey was not recognised. Try again, or choose another way.',
    'passkey-limit': 'An account keeps ten passkeys at most. Remove one first.',
    'factor-required': 'Your role requires a second proof: add another one before you remove this one.',
  },
} as const

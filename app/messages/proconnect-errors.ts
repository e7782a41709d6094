/** Sentences of refusals about the way in by ProConnect. */
export const proconnectErrors = {
  fr: {
    'proconnect-down':
      'ProConnect ne répond pas. Connectez-vous avec votre mot de passe, ou réessayez dans quelques minutes.',
    'proconnect-cancelled':
      'Vous avez quitté ProConnect avant la fin. Recommencez, ou connectez-vous avec votre mot de passe.',
    'proconnect-refused': 'Cette étape n’est plus valable. Recommencez depuis la page de connexion.',
    'proconnect-taken': 'Cette identité ProConnect est associée à un autre compte.',
    'proconnect-waits': 'Votre demande attend la réponse de l’organisation. Vous recevrez un courriel.',
    'proconnect-known-address':
      'L’adresse {{email}} a déjà un compte. Connectez-vous avec son mot de passe, puis associez ProConnect dans « Mon compte ».',
    'proconnect-no-address':
      'ProConnect ne donne pas d’adresse électronique pour vous. Inscrivez-vous avec une adresse et un mot de passe.',
    'proconnect-only-way':
      'Sans ProConnect vous ne pourriez plus entrer. Choisissez d’abord un mot de passe par « Mot de passe oublié ».',
  },
  en: {
    'proconnect-down':
      'ProConnect does not answer. Sign in with your password, or try again in a few minutes.',
    'proconnect-cancelled': 'You left ProConnect before the end. Begin again, or sign in with your password.',
    'proconnect-refused': 'This step is over. Begin again from the sign-in page.',
    'proconnect-taken': 'This ProConnect identity is tied to another account.',
    'proconnect-waits': 'Your request waits for the organisation’s answer. You will get an e-mail.',
    'proconnect-known-address':
      'The address {{email}} has an account already. Sign in with its password, then tie ProConnect to it in «My account».',
    'proconnect-no-address':
      'ProConnect gives no e-mail address for you. Sign up with an address and a password.',
    'proconnect-only-way':
      'Without ProConnect you could no longer come in. Choose a password first, by «Forgotten password».',
  },
} as const

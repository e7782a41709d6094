/** What happened to the second factors of an account; `administrationEvents` holds them. */
export const factorEvents = {
  fr: {
    'factor-added': 'Seconde preuve ajoutée',
    'factor-removed': 'Seconde preuve retirée',
    'passkey-renamed': 'Clé d’accès renommée',
    'factors-reset': 'Secondes preuves remises à zéro',
    'recovery-codes-made': 'Codes de secours renouvelés',
    'codes-locked': 'Codes refusés après plusieurs faux',
    'recovery-code-used': 'Code de secours utilisé',
  },
  en: {
    'factor-added': 'Second proof added',
    'factor-removed': 'Second proof removed',
    'passkey-renamed': 'Passkey renamed',
    'factors-reset': 'Second proofs reset',
    'recovery-codes-made': 'Recovery codes renewed',
    'codes-locked': 'Codes refused after several wrong ones',
    'recovery-code-used': 'Recovery code used',
  },
} as const

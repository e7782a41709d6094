/** Refusals of what a commune enters of its purchases; `domainErrors` holds them. */
export const purchaseErrors = {
  fr: {
    'purchase-row':
      'La ligne {{row}} est illisible : il faut un libellé, un montant en euros et deux parts dont la somme fait 100 % au plus.',
    'purchase-limit': 'Une année tient {{most}} lignes au plus. Regroupez les petits achats.',
  },
  en: {
    'purchase-row':
      'Line {{row}} cannot be read: a label, an amount in euros and two shares whose sum is 100 % at most are needed.',
    'purchase-limit': 'A year holds {{most}} lines at most. Group small purchases.',
  },
} as const

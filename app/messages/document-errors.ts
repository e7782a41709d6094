/** Why a document or a photo is kept out by what the operator runs beside: scanner, store; `domainErrors` holds them. */
export const documentErrors = {
  fr: {
    'document-infected':
      '«{{name}}» contient un programme malveillant, dit l’antivirus : le document n’est pas gardé. Vérifiez l’appareil d’où il vient.',
    'document-unscanned':
      '«{{name}}» n’a pas pu être examiné par l’antivirus, et n’est donc pas gardé. Réessayez dans quelques minutes ; l’exploitant en est averti.',
    'store-down':
      'Les fichiers ne peuvent pas être enregistrés en ce moment : celui-ci n’est pas gardé, et le reste n’a pas changé. Renvoyez-le dans quelques minutes ; l’exploitant en est averti.',
  },
  en: {
    'document-infected':
      '“{{name}}” holds malicious software, the virus scanner says: the document is not kept. Check the device that it comes from.',
    'document-unscanned':
      '“{{name}}” could not be looked at by the virus scanner, and is therefore not kept. Try again in a few minutes; the operator is told.',
    'store-down':
      'Files cannot be stored just now: this one is not kept, and nothing else has changed. Send it again in a few minutes; the operator is told.',
  },
} as const

/** Why the operator's virus scanner keeps a document out; `domainErrors` holds them. */
export const documentErrors = {
  fr: {
    'document-infected':
      '«{{name}}» contient un programme malveillant, dit l’antivirus : le document n’est pas gardé. Vérifiez l’appareil d’où il vient.',
    'document-unscanned':
      '«{{name}}» n’a pas pu être examiné par l’antivirus, et n’est donc pas gardé. Réessayez dans quelques minutes ; l’exploitant en est averti.',
  },
  en: {
    'document-infected':
      '“{{name}}” holds malicious software, the virus scanner says: the document is not kept. Check the device that it comes from.',
    'document-unscanned':
      '“{{name}}” could not be looked at by the virus scanner, and is therefore not kept. Try again in a few minutes; the operator is told.',
  },
} as const

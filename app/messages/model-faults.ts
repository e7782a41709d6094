import { defineCatalogue } from './catalogue'

/** Why no model looks at photos, in public. */
export const modelFaults = defineCatalogue('model-faults', {
  fr: {
    'not-built': 'Le modèle n’est pas installé sur ce serveur.',
    'folder-missing': 'Le dossier du modèle choisi par l’exploitant est introuvable.',
    unsupported: 'Ce que l’exploitant a désigné n’est pas un modèle que le serveur sait charger.',
    incomplete: 'Il manque des fichiers au modèle choisi par l’exploitant.',
    'hub-unreachable':
      'Le dépôt du modèle choisi par l’exploitant est hors d’atteinte. Le serveur réessaie de plus en plus rarement.',
    'hub-refused': 'Le dépôt refuse le modèle choisi par l’exploitant, ou ne le connaît pas.',
    unloadable: 'Le modèle choisi par l’exploitant ne se charge pas.',
    preparing: 'Le modèle choisi par l’exploitant n’est pas encore prêt. Revenez dans quelques minutes.',
  },
  en: {
    'not-built': 'The model is not installed on this server.',
    'folder-missing': 'The folder of the model that the operator chose cannot be found.',
    unsupported: 'What the operator named is no model that the server can load.',
    incomplete: 'Files of the model that the operator chose are missing.',
    'hub-unreachable':
      'The hub of the model that the operator chose is out of reach. The server tries again, less and less often.',
    'hub-refused': 'The hub refuses the model that the operator chose, or does not know it.',
    unloadable: 'The model that the operator chose does not load.',
    preparing: 'The model that the operator chose is not ready yet. Come back in a few minutes.',
  },
})

/** The sentences of refusals met on site: inventories and their import, labels, the record of the end of works. */
export const siteErrors = {
  fr: {
    'import-rows':
      'Ce tableau a trop de lignes : {{max}} au plus. Séparez-le, par exemple par bâtiment ou par niveau.',
    'import-too-large':
      'Ce fichier est trop lourd : 5 Mo au plus, et 40 Mo une fois déplié. Gardez la feuille de l’inventaire seule, sans photos.',
    'import-columns': 'Ce tableau a trop de colonnes. Gardez celles de l’inventaire, cent au plus.',
    'import-empty': 'Ce fichier ne contient aucun tableau. Choisissez celui qui contient l’inventaire.',
    'import-type':
      'Ce fichier n’est ni un classeur XLSX ni un texte CSV. Enregistrez l’inventaire dans l’un de ces formats.',
    'import-limit':
      'Votre organisation a déjà {{max}} importations inachevées. Terminez-en une ou abandonnez-la, puis recommencez.',
    'import-no-product': 'Dites quelle colonne donne le nom des produits.',
    'import-not-open': 'Cette importation n’en est plus à ce point. Actualisez la page.',
    'import-faulty':
      'Des lignes restent à corriger ou à laisser de côté : {{count}}. Rien n’est importé avant.',
    'import-nothing': 'Aucune ligne n’est à importer. Vérifiez les colonnes et les lignes laissées de côté.',
    'import-same-file':
      'Ce fichier a déjà été importé dans ce chantier. Pour l’importer une seconde fois, cochez la case.',
    'import-undo-late':
      'Une importation s’annule dans les 24 heures. Modifiez maintenant les lignes une par une.',
    'line-in-closing':
      'Le récolement du chantier compte des sorties de cette ligne : retirez-les d’abord, ou gardez la ligne.',
    'works-end-ahead': 'Indiquez le jour d’achèvement des travaux : aujourd’hui au plus tard.',
    'closing-ready': 'Ce récolement est prêt et ne change plus. Rouvrez-le pour le modifier.',
    'closing-unexplained': 'Des écarts restent à expliquer : {{count}}. Ouvrez les lignes «À expliquer».',
    'closing-works-go-on':
      'Les travaux ne sont pas achevés. Indiquez leur jour d’achèvement, ou attendez la fin du chantier.',
    'closing-author': 'Indiquez le maître d’ouvrage et qui établit le récolement, puis enregistrez.',
    'closing-no-survey': 'Ce chantier n’a pas d’inventaire : commencez par lui.',
    'label-mistyped':
      'Ce code est mal recopié : il a huit caractères, chiffres et lettres. Comparez-le à l’étiquette, puis recommencez.',
    'label-unknown': 'Ce code est bien écrit, mais aucune de vos étiquettes ne le porte.',
    'label-taken':
      'Cette étiquette vient d’être réclamée pour un autre lot ({{name}}). Prenez-en une autre : rien n’a changé.',
    'label-elsewhere':
      'Cette étiquette n’est pas de ce lot : mettez la pièce de côté. Elle n’est pas comptée.',
    'label-whole': 'C’est l’étiquette du lot entier : scannez celles de ses pièces.',
    'label-unread':
      'Aucun code n’a été lu sur cette photo. Reprenez-la de plus près, bien à plat, ou tapez le code.',
  },
  en: {
    'import-rows':
      'This table has too many lines: {{max}} at most. Divide it, for example by building or floor.',
    'import-too-large':
      'This file is too heavy: 5 MB at most, and 40 MB unpacked. Keep the sheet of the inventory alone, without photos.',
    'import-columns': 'This table has too many columns. Keep those of the inventory, a hundred at most.',
    'import-empty': 'This file holds no table. Choose the one that holds the inventory.',
    'import-type':
      'This file is neither an XLSX workbook nor a CSV text. Save the inventory in one of these formats.',
    'import-limit':
      'Your organisation has {{max}} unfinished imports already. Finish one or give it up, then start again.',
    'import-no-product': 'Say which column names the products.',
    'import-not-open': 'This import is past that point. Reload the page.',
    'import-faulty': 'Some lines remain to be put right or left out: {{count}}. Nothing is imported before.',
    'import-nothing': 'There is no line to import. Check the columns and the lines left out.',
    'import-same-file':
      'This file was imported to this site already. To import it a second time, tick the box.',
    'import-undo-late': 'An import can be undone for 24 hours. Change the lines one by one now.',
    'line-in-closing':
      'The closing record of the site counts departures of this line: take them out first, or keep the line.',
    'works-end-ahead': 'Give the day on which works ended: today at the latest.',
    'closing-ready': 'This record is ready and changes no more. Open it again to change it.',
    'closing-unexplained': 'Differences remain to be explained: {{count}}. Open the rows “To explain”.',
    'closing-works-go-on':
      'Works are not over. Give the day on which they ended, or wait for the end of the site.',
    'closing-author': 'Name the client of the works and who draws up the record, then save.',
    'closing-no-survey': 'This site has no inventory: begin with it.',
    'label-mistyped':
      'This code is mistyped: it has eight characters, digits and letters. Compare it with the label, then try again.',
    'label-unknown': 'This code is well written, but none of your labels bears it.',
    'label-taken':
      'This label has just been claimed for another lot ({{name}}). Take another one: nothing has changed.',
    'label-elsewhere': 'This label is not of this lot: put the piece aside. It is not counted.',
    'label-whole': 'This is the label of the whole lot: scan those of its pieces.',
    'label-unread': 'No code was read on this photo. Take it again from closer, flat, or type the code.',
  },
} as const

import { defineCatalogue } from './catalogue'
import { rgaaEn } from './rgaa-en'
import { rgaaFr } from './rgaa-fr'

/** The criteria of the accessibility statement. */
export const rgaa = defineCatalogue('rgaa', { fr: rgaaFr, en: rgaaEn })

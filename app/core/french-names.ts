/** A proper name after «de», contracted or elided as French does: «du Bourget», «des Lilas», «d’Ivry», «de Sceaux». */
export function ofName(name: string): string {
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`
  if (name.startsWith('Les ')) return `des ${name.slice(4)}`
  return /^[AEIOUYÀÂÉÈÊÎÔÛ]/.test(name) ? `d’${name}` : `de ${name}`
}

/** A proper name after «à»: «au Bourget», «aux Lilas», «à Ivry». */
export function atName(name: string): string {
  if (name.startsWith('Le ')) return `au ${name.slice(3)}`
  if (name.startsWith('Les ')) return `aux ${name.slice(4)}`
  return `à ${name}`
}

/** A French sentence whose names stand bare after «de» and «à», with both contracted or elided. */
export function contractNames(sentence: string, names: readonly string[]): string {
  return names.reduce(
    (text, name) =>
      afterWord(afterWord(text, { word: 'de', name, said: ofName }), { word: 'à', name, said: atName }),
    sentence,
  )
}

/** The sentence with the name as it is said after a word; few sentences have the two, and only those are searched. */
function afterWord(
  text: string,
  { word, name, said }: { word: string; name: string; said: (name: string) => string },
): string {
  if (!text.includes(`${word} ${name}`)) return text
  return text.replaceAll(new RegExp(`(?<!\\p{L})${word} ${escaped(name)}`, 'gu'), () => said(name))
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

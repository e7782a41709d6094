/** Names of values that are never written: their beginnings or ends do not matter, nor does the case. */
const HIDDEN_KEY =
  /"([^"\\]*(?:password|secret|token|cookie|authorization|email|phone)[^"\\]*)":"(?:[^"\\]|\\.)*"/gi
const HIDDEN_LIST =
  /"([^"\\]*(?:password|secret|token|cookie|email|rejected|envelope)[^"\\]*)":(\[[^\]]*\]|\{[^}]*\})/gi
/** A name and a password in an address of a server. */
const CREDENTIALS = /\/\/[^\s/"@\\]+@/g
const ADDRESS = /[^\s"'<>()[\]{},;:=\\/|`]+@[^\s"'<>()[\]{},;:=\\/|`]+\.[a-z\d-]{2,}/gi
const COOKIE = /((?:__host-|__secure-)?(?:session|gisement|visitor|prefs)[\w-]*)=[^;\s"\\]+/gi
const MASKED = '[masked]'

/**
 * A line of JSON for the log without what it must not hold: values under telling names, e-mail addresses wherever they
 * stand (in the message of a mail server, for example), cookies and the credentials of addresses.
 */
export function maskLine(line: string): string {
  return line
    .replace(HIDDEN_KEY, `"$1":"${MASKED}"`)
    .replace(HIDDEN_LIST, `"$1":"${MASKED}"`)
    .replace(CREDENTIALS, `//${MASKED}@`)
    .replace(ADDRESS, (found) => (found.endsWith(`${MASKED}@`) ? found : MASKED))
    .replace(COOKIE, `$1=${MASKED}`)
}

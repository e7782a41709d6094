import { siretField } from '~/schema/fields'

let made = 0

/** A valid SIRET that no other of this process is: the last digit makes the Luhn sum right. */
export function freshSiret(): string {
  const body = `8${String(made++).padStart(12, '0')}`
  return body + [...'0123456789'].find((last) => siretField.safeParse(body + last).success)!
}

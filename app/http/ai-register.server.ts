import { readRegister } from '~/features/classifier/register.server'
import { registerSchema } from '~/features/classifier/register-schema'
import { readDetectorRegister } from '~/features/faces/register.server'
import { detectorRegisterSchema } from '~/features/faces/register-schema'

/** What the public page says of all that looks at photos, for machines. */
export const aiRegisterSchema = registerSchema.extend({
  detector: detectorRegisterSchema.describe('Spots people and vehicles in photos'),
})

/** The classifier and the detector together: the page and its JSON show the same. */
export async function readAiRegister() {
  return { ...(await readRegister()), detector: await readDetectorRegister() }
}

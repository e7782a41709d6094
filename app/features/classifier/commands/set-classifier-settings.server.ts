import { ok, refused, type Result } from '~/core/result'
import { can, type Actor } from '~/features/organisations/model/permissions'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { stopClassifier } from '../classifier.server'
import { SETTINGS_KEY, type ClassifierSettings } from '../queries/settings.server'
import { upsertSetting } from '../repo.server'

type SetClassifierSettings = ClassifierSettings & { actor: Actor }

/**
 * Switches the classifier on or off for the whole installation and keeps what its energy is estimated from. Off, no
 * photo is analysed from then on and this process's model is let go; what it had said is hidden, not erased.
 */
export async function setClassifierSettings({
  actor,
  ...value
}: SetClassifierSettings): Promise<Result<null>> {
  if (!can(actor, 'classifier:manage')) return refused('forbidden')
  await withTx(async (tx) => {
    await upsertSetting(tx, SETTINGS_KEY, value)
    await recordChange(tx, {
      entity: 'setting',
      entityId: SETTINGS_KEY,
      kind: value.isOn ? 'classifier-on' : 'classifier-off',
      actorUserId: actor.userId,
      detail: value,
    })
  })
  if (!value.isOn) await stopClassifier()
  return ok(null)
}

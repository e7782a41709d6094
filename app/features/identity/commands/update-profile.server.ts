import type { Locale } from '~/core/locale'
import { recordChange } from '~/platform/changes.server'
import { withTx } from '~/platform/transaction.server'
import { updateUser } from '../repo.server'

type UpdateProfile = { userId: string; name: string; phone?: string; locale: Locale }

/** Keeps a person's name, telephone and language. */
export async function updateProfile({ userId, name, phone, locale }: UpdateProfile): Promise<void> {
  await withTx(async (tx) => {
    await updateUser(tx, userId, { name, phone: phone ?? null, locale })
    await recordChange(tx, { entity: 'user', entityId: userId, kind: 'profile-updated', actorUserId: userId })
  })
}

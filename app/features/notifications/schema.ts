import { z } from 'zod'
import { idField } from '~/schema/fields'
import { PREFERENCES } from './model/kinds'

export const readSchema = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('open'), id: idField }),
  z.strictObject({ intent: z.literal('read'), id: idField }),
  z.strictObject({ intent: z.literal('read-all') }),
])

export const preferencesSchema = z.strictObject({ email: z.array(z.enum(PREFERENCES)) })

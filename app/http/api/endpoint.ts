import type { z } from 'zod'
import type { api } from '~/messages/api'
import type { MessagesOf } from '~/messages/catalogue'
import type { Refusal } from './problem.server'

/** Rows with the way to those that follow; null at the end. */
export type Listed<Row> = { data: Row[]; next_cursor: string | null }
export type Answer<Value> = { value: Value } | { refusal: Refusal }

export type OperationId = keyof MessagesOf<typeof api>['operation']
export type PathParam = 'id' | 'code'

/** An address of the interface: what it takes, what it answers, and how. */
export type Endpoint = {
  operationId: OperationId
  /** Under `/api/v1`, with its parameter in braces. */
  path: string
  /** The parameter in its path, and its shape. */
  param: { name: PathParam; schema: z.ZodType } | null
  query: z.ZodObject
  response: z.ZodType
  /** The name that the description gives the shape of its rows or its answer. */
  shape: string
  isList: boolean
  run: (query: never, param: string) => Promise<Answer<unknown>>
}

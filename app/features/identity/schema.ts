import { z } from 'zod'

export const signInSchema = z.strictObject({
  email: z.string().trim().toLowerCase().pipe(z.email()),
  password: z.string().min(1).max(200),
  next: z.string().max(500).optional(),
})

export const demoSignInSchema = z.strictObject({
  email: z.string().max(200),
  next: z.string().max(500).optional(),
})

import { hastenJobs } from '~/platform/jobs.server'

/** What the keys of a photo's classification jobs begin with; the rest says what asked for the job. */
export function classifyKey(photoId: string): string {
  return `${photoId}:`
}

/** Puts a photo that a person looks at, in a form that waits for the model's word, before those nobody looks at. */
export async function hastenClassification(photoId: string): Promise<void> {
  await hastenJobs('classify-photo', classifyKey(photoId))
}

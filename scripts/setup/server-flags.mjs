/**
 * How Node runs the server. Room for what each page makes and leaves: with V8's usual 16 MB, requests that overlap have
 * theirs moved to where collecting it takes longer. `Dockerfile` and `deploy/gisement.service` say the same.
 */
export const SERVER_FLAGS = ['--max-semi-space-size=64']

/**
 * What the server's process is started with, beside what is configured. Threads that make pictures and look at them take
 * memory from up to eight pools a core of the C library, which then keeps it; two are enough. Read once, at the start
 * of a process, and only by the C library of GNU.
 */
export const SERVER_ENV = { MALLOC_ARENA_MAX: '2' }

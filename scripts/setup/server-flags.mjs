/**
 * How Node runs the server. Room for what each page makes and leaves: with V8's usual 16 MB, requests that overlap have
 * theirs moved to where collecting it takes longer. `Dockerfile` and `deploy/gisement.service` say the same.
 */
export const SERVER_FLAGS = ['--max-semi-space-size=64']

/**
 * What the server's process is started with, beside what is configured; read once, at the start of a process. Files and
 * pictures share the threads of one pool: of the usual four, a few photos that arrive together leave none to whoever asks
 * for a file. Threads take memory from up to eight pools a core of the C library of GNU, which then keeps it; two are
 * enough.
 */
export const SERVER_ENV = { MALLOC_ARENA_MAX: '2', UV_THREADPOOL_SIZE: '8' }

/**
 * How Node runs the server. Room for what each page makes and leaves: with V8's usual 16 MB, requests that overlap have
 * theirs moved to where collecting it takes longer. `Dockerfile` and `deploy/gisement.service` say the same.
 */
export const SERVER_FLAGS = ['--max-semi-space-size=64']

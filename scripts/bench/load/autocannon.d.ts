/** What the load needs of autocannon, which brings no types. */
declare module 'autocannon' {
  type Sent = {
    method: string
    path: string
    headers: Record<string, string>
    body?: string | Buffer
  }
  type Step = {
    setupRequest: (request: object) => object & Sent
    onResponse: (
      status: number,
      body: string,
      context: object,
      headers: Record<string, string | string[]>,
    ) => void
  }
  type Connection = {
    on(event: 'headers', heard: () => void): unknown
    on(event: 'body', heard: (part: Buffer) => void): unknown
  }
  type Options = {
    url: string
    connections: number
    connectionRate: number
    /** Seconds. */
    duration: number
    /** Seconds until a request without an answer is an error. */
    timeout: number
    requests: readonly Step[]
    setupClient: (connection: Connection) => void
  }
  type Result = { errors: number; timeouts: number }
  type Instance = PromiseLike<Result> & {
    on(
      event: 'response',
      heard: (client: unknown, status: number, bytes: number, ms: number) => void,
    ): unknown
    on(event: 'reqError', heard: (error: unknown) => void): unknown
    stop(): void
  }
  export default function autocannon(options: Options): Instance
}

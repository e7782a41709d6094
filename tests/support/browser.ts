type Args = { request: Request; params: Record<string, string>; context: never }
type Handler = (args: never) => unknown

export type PageAnswer = { status: number; to: string | null; headers: Headers; data: unknown }

export type TestBrowser = {
  get: (loader: Handler, address: string) => Promise<PageAnswer>
  post: (action: Handler, address: string, form: Record<string, string>) => Promise<PageAnswer>
  /** A request as this browser sends it, with its cookies. */
  request: (address: string, form?: Record<string, string>) => Request
  /** Another browser with the same cookies. */
  copy: () => TestBrowser
  forget: (cookie: string) => void
}

/** A browser that keeps cookies between loaders and actions of pages. */
export function createBrowser(cookies: ReadonlyMap<string, string> = new Map()): TestBrowser {
  const jar = new Map(cookies)
  const request = (address: string, form?: Record<string, string>) => {
    const headers = new Headers({ 'Accept-Language': 'fr' })
    headers.set('Cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
    const post = form && { method: 'POST', body: new URLSearchParams(form) }
    return new Request(new URL(address, 'http://localhost'), { headers, ...post })
  }
  const visit = async (handler: Handler, sent: Request): Promise<PageAnswer> => {
    const context = { cspNonce: '', requestId: '', clientIp: '127.0.0.1' } as never
    const args: Args = { request: sent, params: {}, context }
    const answer = await Promise.resolve(handler(args as never)).catch((thrown: unknown) => {
      if (thrown instanceof Response) return thrown
      throw thrown
    })
    const told = answerOf(answer)
    for (const set of told.headers.getSetCookie()) keep(jar, set)
    return told
  }
  return {
    request,
    get: async (loader, address) => visit(loader, request(address)),
    post: async (action, address, form) => visit(action, request(address, form)),
    copy: () => createBrowser(jar),
    forget: (cookie) => void jar.delete(cookie),
  }
}

function keep(jar: Map<string, string>, set: string): void {
  const [pair = ''] = set.split(';')
  const name = pair.slice(0, pair.indexOf('='))
  if (/max-age=0/i.test(set)) jar.delete(name)
  else jar.set(name, pair.slice(pair.indexOf('=') + 1))
}

function answerOf(answer: unknown): PageAnswer {
  if (answer instanceof Response) {
    const { status, headers } = answer
    return { status, to: headers.get('Location'), headers, data: null }
  }
  const { type, data, init } = answer as { type?: string; data?: unknown; init?: ResponseInit | null }
  const headers = new Headers(init?.headers)
  return {
    status: init?.status ?? 200,
    to: null,
    headers,
    data: type === 'DataWithResponseInit' ? data : answer,
  }
}

/** One visitor of the running product: keeps cookies, follows redirects and brings the forms' token back, like a browser. */
export type Visitor = {
  page(path: string): Promise<Answer>;
  read(path: string): Promise<Answer>;
  /** JSON to the same URLs as the forms */
  send(
    path: string,
    body: unknown,
    more?: { method?: 'POST' | 'PUT'; headers?: Record<string, string> },
  ): Promise<Answer>;
  /** fields of a form of the page read last, as a browser without JavaScript sends them */
  submit(path: string, fields: Record<string, string>): Promise<Answer>;
  signIn(person: string): Promise<void>;
};
export type Answer = { status: number; url: string; headers: Headers; bytes: Buffer; text: string; json: unknown };

type Asked = { method?: string; accept: string; type?: string; body?: string; headers?: Record<string, string> };

/** Milliseconds: nothing of ours may hang. */
const patience = 30_000;

export function newVisitor(base: string): Visitor {
  const cookies = new Map<string, string>();
  let token = '';

  const ask = async (path: string, { method = 'GET', accept, type, body, headers = {} }: Asked): Promise<Answer> => {
    const url = new URL(path, base);
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: {
        Accept: accept,
        ...headers,
        ...(type === undefined ? {} : { 'Content-Type': type, 'X-CSRF-Token': token }),
        ...(cookies.size === 0 ? {} : { Cookie: [...cookies].map((pair) => pair.join('=')).join('; ') }),
      },
      ...(body === undefined ? {} : { body }),
      signal: AbortSignal.timeout(patience),
    });
    for (const line of response.headers.getSetCookie()) keep(line);
    const bytes = Buffer.from(await response.arrayBuffer());
    const location = response.headers.get('location');
    if (location !== null && response.status >= 300 && response.status < 400) {
      return ask(new URL(location, url).href, { accept });
    }
    const text = bytes.toString('utf8');
    token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? token;
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      url: url.href,
      headers: response.headers,
      bytes,
      text,
      json: isJson ? JSON.parse(text) : undefined,
    };
  };

  const keep = (line: string): void => {
    const [pair = '', ...attributes] = line.split(';');
    const at = pair.indexOf('=');
    const gone = attributes.some((each) => /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(each));
    if (gone) cookies.delete(pair.slice(0, at));
    else cookies.set(pair.slice(0, at), pair.slice(at + 1));
  };

  const page = (path: string): Promise<Answer> => ask(path, { accept: 'text/html' });
  return {
    page,
    read: (path) => ask(path, { accept: 'application/json' }),
    send: (path, body, { method = 'POST', headers = {} } = {}) =>
      ask(path, { method, headers, accept: 'application/json', type: 'application/json', body: JSON.stringify(body) }),
    submit: (path, fields) =>
      ask(path, {
        method: 'POST',
        accept: 'text/html',
        type: 'application/x-www-form-urlencoded',
        body: new URLSearchParams({ _csrf: token, ...fields }).toString(),
      }),
    async signIn(person) {
      const answer = await page(`/sign-in?person=${encodeURIComponent(person)}&back=/`);
      if (answer.status !== 200)
        throw new Error(
          `Expected to be signed in as ${person}, but the answer was ${answer.status}: ${answer.text.slice(0, 300)}`,
        );
    },
  };
}

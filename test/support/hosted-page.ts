/** The gateway's page as somebody without a browser uses it: the address of our own link leads there. */
export interface HostedForm {
  /** What the page shows. */
  readonly text: string;
  /** Types a card and pays; resolves to where the page sends its customer. */
  pay(card?: { no?: string; ex?: string; cv?: string }): Promise<string>;
  cancel(): Promise<string>;
}

export const GOOD_CARD = '4111 1111 1111 1111';
export const BAD_CARD = '4000 0000 0000 0002';
export const SLOW_CARD = '4000 0000 0000 0259';

/** What a page says to who reads it: ids and nonces, which by chance have anybody's digits, stand in its tags. */
export const readable = (page: string): string => page.replace(/<(script|style)[^]*?<\/\1>|<[^>]+>/g, ' ').replace(/\s+/g, ' ');

const RELOADS_MS = 25_000;

/** A page as somebody reads it who loads it again while the server cannot serve it: on a slow machine a backend is given up now and then. */
async function pageAt(link: string): Promise<string> {
  for (const end = Date.now() + RELOADS_MS; ;) {
    const answer = await fetch(link);
    if (answer.status < 500 || Date.now() > end) return answer.text();
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Follows our own link, as the button in the chat does. @param link `…/pagar/<token>` */
export async function openHosted(link: string): Promise<HostedForm> {
  const ours = await pageAt(link);
  const url = /href="([^"]+\/checkout\/[^"]+)"/.exec(ours)?.[1];
  if (url === undefined) throw new Error(`no way to the gateway on ${link}: ${readable(ours).slice(0, 400)}`);
  const post = async (path: string, form: Readonly<Record<string, string>>): Promise<string> => {
    const answer = await fetch(path, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) });
    const location = answer.headers.get('location');
    if (answer.status !== 303 || location === null) throw new Error(`the page said ${answer.status}: ${readable(await answer.text())}`);
    return location;
  };
  return {
    text: await (await fetch(url)).text(),
    pay: ({ no = GOOD_CARD, ex = '08 / 39', cv = '123' } = {}) => post(url, { no, ex, cv, na: 'Quien Paga' }),
    cancel: () => post(`${url}/cancel`, {}),
  };
}

/** The newest link to pay that this chat was given. */
export async function payLinkIn(url: string, chat: { readonly token: string; readonly conversationId: string }): Promise<string> {
  const path = `/v3/directline/conversations/${chat.conversationId}/activities`;
  const said = await (await fetch(url + path, { headers: { authorization: `Bearer ${chat.token}` } })).text();
  const link = said.match(/http:\/\/127\.0\.0\.1:\d+\/pagar\/[\da-f]{24}/g)?.at(-1);
  if (link === undefined) throw new Error(`no link in ${said.slice(-2_000)}`);
  return link;
}

import { transcriptOf } from './kept';

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

/** Follows our own link, as the button in the chat does. @param link `…/pagar/<token>` @throws Error when it is not served, at once: a customer would see that too */
export async function openHosted(link: string): Promise<HostedForm> {
  const answer = await fetch(link);
  const ours = await answer.text();
  if (!answer.ok) throw new Error(`${link} is answered with ${answer.status}: ${readable(ours).slice(0, 400)}`);
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
  const said = await transcriptOf({ url }, chat);
  const link = said.match(/http:\/\/127\.0\.0\.1:\d+\/pagar\/[\da-f]{24}/g)?.at(-1);
  if (link === undefined) throw new Error(`no link in ${said.slice(-2_000)}`);
  return link;
}

import type { Comment, Info, Ticket, TicketDesk } from './answers.js';
import { change, read } from './api.js';
import { act } from './controls.js';
import { make, one } from './dom.js';
import { hour, span } from './format.js';

const STATUSES = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];
const PILLS: Readonly<Record<string, string>> = { new: 'bad', open: 'bad', pending: 'warn', hold: 'warn', solved: 'ok', closed: 'plain' };
const NAMED = (status: string): string => (status === 'hold' ? 'On hold' : `${status.charAt(0).toUpperCase()}${status.slice(1)}`);

/** Where a person answers the customers that the bot handed over. Returns what to do when a ticket changed. */
export async function startDesk(info: Info): Promise<() => Promise<void>> {
  const find = one('#find', HTMLInputElement);
  let desk: TicketDesk = { tickets: [], agents: [], macros: [] };
  let chosen: number | undefined;
  const show = (): void => {
    const words = find.value.trim().toLowerCase();
    const listed = desk.tickets.filter((ticket) => words === '' || textOf(ticket).includes(words));
    chosen ??= listed[0]?.id;
    showList(listed, chosen, (id) => {
      chosen = id;
      show();
    });
    showTicket(
      desk.tickets.find(({ id }) => id === chosen),
      info,
    );
    const waiting = desk.tickets.filter(({ status }) => status === 'new' || status === 'open').length;
    const count = one('#waiting', HTMLElement);
    count.hidden = waiting === 0;
    count.replaceChildren(String(waiting), make('span', { class: 'sr' }, ' waiting'));
  };
  const refresh = async (): Promise<void> => {
    desk = await read.desk();
    if (!desk.tickets.some(({ id }) => id === chosen)) chosen = undefined;
    show();
  };
  find.addEventListener('input', show);
  await refresh();
  startReply(desk, () => desk.tickets.find(({ id }) => id === chosen));
  return refresh;
}

const textOf = ({ id, subject, requester, tags }: Ticket): string => `#${id} ${subject} ${requester.name ?? ''} ${tags.join(' ')}`.toLowerCase();

function showList(tickets: readonly Ticket[], chosen: number | undefined, choose: (id: number) => void): void {
  const items = tickets.map(({ id, subject, requester, status, updatedAt }) => {
    const top = make('span', { class: 'nm' }, make('strong', {}, subject), make('span', { class: 'muted tiny num' }, since(updatedAt)));
    const pill = make('span', { class: `pill ${PILLS[status] ?? 'plain'}` }, NAMED(status));
    const under = make('span', { class: 'nm' }, make('span', { class: 'muted small' }, `#${id} · ${requester.name ?? 'customer'}`), pill);
    const isChosen = id === chosen ? { 'aria-current': 'true' } : {};
    return make('li', {}, make('button', { type: 'button', id: `ticket-${id}`, ...isChosen, onclick: () => choose(id) }, top, under));
  });
  const focused = document.activeElement?.id;
  const list = one('#tickets', HTMLElement);
  list.replaceChildren(...(items.length > 0 ? items : [make('li', { class: 'nothing' }, 'No tickets.')]));
  if (focused?.startsWith('ticket-')) document.getElementById(focused)?.focus();
}

const since = (at: string): string => span(Date.now() - Date.parse(at)) || 'now';

function showTicket(ticket: Ticket | undefined, info: Info): void {
  one('#reply', HTMLFormElement).hidden = ticket === undefined || ticket.status === 'closed';
  const status = one('#status', HTMLSelectElement);
  status.hidden = ticket === undefined;
  if (!ticket) {
    one('#subject', HTMLElement).textContent = 'No ticket yet';
    one('#about', HTMLElement).textContent = 'When the bot hands a customer over, or opens a case, it stands here.';
    for (const id of ['#thread', '#packet', '#tags', '#fields']) one(id, HTMLElement).replaceChildren();
    return;
  }
  one('#subject', HTMLElement).textContent = ticket.subject;
  one('#about', HTMLElement).textContent = [`#${ticket.id}`, ticket.requester.name, valueOf(ticket, 'channel'), ticket.group]
    .filter(Boolean)
    .join(' · ');
  status.replaceChildren(...STATUSES.map((each) => make('option', { value: each, selected: each === ticket.status }, NAMED(each))));
  const thread = one('#thread', HTMLElement);
  thread.replaceChildren(...ticket.comments.map((comment) => said(comment, info)));
  // The packet is read from its first line; a conversation from its last one.
  thread.scrollTop = ticket.comments.some(({ isPublic }) => isPublic) ? thread.scrollHeight : 0;
  one('#packet', HTMLElement).replaceChildren(...rows(packetOf(ticket)));
  one('#fields', HTMLElement).replaceChildren(...rows(ticket.fields.map(({ name, value }) => [name.replaceAll('_', ' '), value])));
  one('#tags', HTMLElement).replaceChildren(...ticket.tags.map((tag) => make('span', { class: 'pill plain' }, tag)));
}

const rows = (facts: readonly (readonly [name: string, value: string])[]): HTMLElement[] =>
  facts.map(([name, value]) => make('div', {}, make('dt', {}, name), make('dd', {}, value)));

const valueOf = ({ fields }: Ticket, field: string): string | undefined => fields.find(({ name }) => name === field)?.value;
const PROOFS: Readonly<Record<string, string>> = { '0': 'Level 0, chat only', '1': 'Level 1, contract and document', '2': 'Level 2, code by SMS' };

const CONTACTS: Readonly<Record<string, string>> = { text_only: 'In writing only', phone: 'Wants a call', none: 'Wants no contact' };

/** What an agent looks for first; what a ticket does not have is left out. */
function packetOf(ticket: Ticket): (readonly [name: string, value: string])[] {
  const of = (field: string): string | undefined => valueOf(ticket, field);
  const ending = (field: string): string | undefined => (of(field) === undefined ? undefined : `•• ${of(field)}`);
  const isWaiting = ticket.status === 'new' || ticket.status === 'open';
  const facts: readonly (readonly [name: string, value: string | null | undefined])[] = [
    ['Customer', ticket.requester.name],
    ['Proof', PROOFS[of('id_level') ?? '']],
    ['Line', ending('line_last4')],
    ['Contract', ending('contract_last4')],
    ['Topic', [of('bot_topic'), of('bot_reason')].filter(Boolean).join(' · ')],
    ['Money', of('money_state')?.replaceAll('_', ' ')],
    ['By law', [of('legal_number'), of('legal_due')].filter(Boolean).join(', by ')],
    ['Priority', ticket.priority],
    ['Mood', of('mood')],
    ['Contact', CONTACTS[of('contact_mode') ?? '']],
    ['Assignee', ticket.assignee],
    ['Waiting', isWaiting ? since(ticket.at) : undefined],
  ];
  return facts.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

/** `note`: for agents only; `cust`: the customer; `agent`: what the customer reads. */
function said({ body, isPublic, by, author, at, files }: Comment, { utcHours }: Info): HTMLElement {
  const kind = !isPublic ? 'note' : by === 'customer' ? 'cust' : 'agent';
  const who = [author ?? by, ...(isPublic ? [] : ['internal note']), hour(at, utcHours)].join(' · ');
  const words = kind === 'note' ? (noteRows(body) ?? body) : body;
  const text = typeof words === 'string' ? make('p', { class: 'body' }, words) : make('dl', { class: 'body rows' }, ...rows(words));
  const links = files.map(({ name, url }) => make('p', {}, make('a', { href: url }, name)));
  return make('div', { class: `msg ${kind}` }, make('span', { class: 'w tiny' }, who), make('div', {}, text, ...links));
}

/** Width of the words on the left of the bot's note. */
const LABEL_CHARACTERS = 11;

/** The bot's note as what it is: a name, and what there is to say of it. Undefined: another note. */
function noteRows(body: string): (readonly [name: string, value: string])[] | undefined {
  const found: [name: string, value: string][] = [];
  for (const line of body.split('\n')) {
    const name = line.slice(0, LABEL_CHARACTERS).trim();
    const value = line.slice(LABEL_CHARACTERS);
    const last = found.at(-1);
    if (/^[A-ZÁÉÍÓÚÑ ]+$/.test(name) && line.charAt(LABEL_CHARACTERS - 1) === ' ') found.push([name, value]);
    else if (name === '' && last) last[1] += `\n${value}`;
    else return undefined;
  }
  return found.length > 0 ? found : undefined;
}

function startReply({ agents, macros }: TicketDesk, chosen: () => Ticket | undefined): void {
  const form = one('#reply', HTMLFormElement);
  const words = one('#words', HTMLTextAreaElement);
  const macro = one('#macro', HTMLSelectElement);
  const agent = one('#agent', HTMLSelectElement);
  const status = one('#status', HTMLSelectElement);
  const kinds = [...form.querySelectorAll<HTMLButtonElement>('.seg-b')];
  const isPublic = (): boolean => kinds.find((kind) => kind.getAttribute('aria-pressed') === 'true')?.dataset['public'] === 'true';
  agent.replaceChildren(...agents.map(({ id, name }) => make('option', { value: String(id) }, name)));
  macro.replaceChildren(make('option', { value: '' }, 'Macro: none'), ...macros.map(({ id, title }) => make('option', { value: String(id) }, title)));
  for (const kind of kinds) {
    kind.addEventListener('click', () => {
      for (const each of kinds) each.setAttribute('aria-pressed', String(each === kind));
      form.classList.toggle('internal', !isPublic());
      words.placeholder = isPublic() ? 'The customer reads this in the chat.' : 'Only agents read this.';
    });
  }
  macro.addEventListener('change', () => {
    words.value = macros.find(({ id }) => String(id) === macro.value)?.text ?? '';
  });
  const work = (what: object): void => {
    const ticket = chosen();
    if (ticket) act(() => change.ticket(ticket.id, { agent: Number(agent.value), ...what }));
  };
  status.addEventListener('change', () => work({ status: status.value }));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const wants = event.submitter instanceof HTMLButtonElement ? event.submitter.value : '';
    if (words.value.trim() === '' && macro.value === '' && wants === '') return words.focus();
    work({
      ...(words.value.trim() !== '' && { text: words.value.trim() }),
      ...(macro.value !== '' && { macro: Number(macro.value) }),
      ...{ public: isPublic(), ...(wants === 'solved' && { status: 'solved' }), ...(wants === 'back' && handsBack(chosen())) },
    });
    words.value = '';
    macro.value = '';
  });
}

/** To the bot: a messaging ticket by closing it, any other by the bot's own tag. */
const handsBack = (ticket: Ticket | undefined): object =>
  ticket?.tags.includes('messaging') === true ? { status: 'closed' } : { tags: ['push_bot'] };

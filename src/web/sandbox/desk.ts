import { change, read, type Comment, type Info, type Ticket, type TicketDesk } from './api.js';
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
    for (const id of ['#thread', '#packet', '#tags']) one(id, HTMLElement).replaceChildren();
    return;
  }
  one('#subject', HTMLElement).textContent = ticket.subject;
  one('#about', HTMLElement).textContent = [`#${ticket.id}`, ticket.requester.name, ticket.group, ticket.priority].filter(Boolean).join(' · ');
  status.replaceChildren(...STATUSES.map((each) => make('option', { value: each, selected: each === ticket.status }, NAMED(each))));
  const thread = one('#thread', HTMLElement);
  thread.replaceChildren(...ticket.comments.map((comment) => said(comment, info)));
  // The packet is read from its first line; a conversation from its last one.
  thread.scrollTop = ticket.comments.some(({ isPublic }) => isPublic) ? thread.scrollHeight : 0;
  const facts = [...(ticket.assignee === null ? [] : [{ name: 'Assignee', value: ticket.assignee }]), ...ticket.fields];
  const rows = facts.map(({ name, value }) => make('div', {}, make('dt', {}, name.replaceAll('_', ' ')), make('dd', {}, value)));
  one('#packet', HTMLElement).replaceChildren(...rows);
  one('#tags', HTMLElement).replaceChildren(...ticket.tags.map((tag) => make('span', { class: 'pill plain' }, tag)));
}

/** `note`: for agents only; `cust`: the customer; `agent`: what the customer reads. */
function said({ body, isPublic, by, author, at, files }: Comment, { utcHours }: Info): HTMLElement {
  const kind = !isPublic ? 'note' : by === 'customer' ? 'cust' : 'agent';
  const who = [author ?? by, ...(isPublic ? [] : ['internal note']), hour(at, utcHours)].join(' · ');
  const links = files.map(({ name, url }) => make('p', {}, make('a', { href: url }, name)));
  return make('div', { class: `msg ${kind}` }, make('span', { class: 'w tiny' }, who), make('div', {}, make('p', { class: 'body' }, body), ...links));
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

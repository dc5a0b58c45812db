import type { Info, Persona, Phone, Sms } from './answers.js';
import { read } from './api.js';
import { copy, make, one, toast } from './dom.js';
import { hour } from './format.js';
import { showVerdict } from './switches.js';

/** A one-time code, however it is spaced. */
const CODE = /(?<!\d)(\d{3})[ -]?(\d{3})(?!\d)/;

/** The people of the demo, and the phone that shows their messages. Returns what to do when there is a new message. */
export async function startPhones(info: Info): Promise<() => Promise<void>> {
  const { personas, phones } = await read.personas();
  const select = one('#line', HTMLSelectElement);
  let messages: readonly Sms[] = [];
  const show = (): void => {
    showPhone(phones, select.value, messages, info);
    showVerdict();
  };
  const choose = (msisdn: string): void => {
    select.value = msisdn;
    show();
  };
  select.replaceChildren(...phones.map(({ msisdn, number, name }) => make('option', { value: msisdn }, `${number} · ${name}`)));
  select.addEventListener('change', show);
  one('#people', HTMLElement).replaceChildren(...personas.map((persona) => personItem(persona, info, choose)));
  const refresh = async (): Promise<void> => {
    const known = new Set(messages.map(({ id }) => id));
    const first = messages.length === 0;
    ({ messages } = await read.sms());
    // The phone follows the newest message: whoever signs in sees the code without looking for it.
    const newest = messages.find(({ id, state }) => !known.has(id) && state !== 'failed');
    if (newest && newest.to !== select.value && phones.some(({ msisdn }) => msisdn === newest.to)) {
      select.value = newest.to;
      if (!first) toast(`New message for ${phones.find(({ msisdn }) => msisdn === newest.to)?.number ?? newest.to}`);
    }
    show();
  };
  await refresh();
  return refresh;
}

function personItem(persona: Persona, info: Info, choose: (msisdn: string) => void): HTMLElement {
  const [line] = persona.lines;
  const number = line?.number ?? '';
  const take = (): void => {
    if (line) choose(line.msisdn);
    void copy(number);
  };
  return make(
    'li',
    {},
    make('div', { class: 'who' }, make('strong', {}, persona.name), make('span', { class: 'pill plain' }, line?.kind ?? 'home')),
    make('p', { class: 'muted small' }, persona.story.en),
    make('p', { class: 'muted tiny num' }, extras(persona)),
    make(
      'div',
      { class: 'acts' },
      make('button', { type: 'button', class: 'btn small mono', 'aria-label': `Copy ${number}, ${persona.name}`, onclick: take }, number),
      make('a', { class: 'btn small', href: chatLink(info, persona), 'aria-label': `Open the chat as ${persona.name}` }, 'Open the chat'),
    ),
  );
}

/** What else there is to type: other lines, contracts, the document. */
function extras({ lines, contracts, document }: Persona): string {
  const others = lines.slice(1).map(({ number }) => number);
  const homes =
    contracts.length > 2 ? [`${contracts[0]} and ${contracts.length - 1} more contracts`] : contracts.map((contract) => `contract ${contract}`);
  return [...others, ...homes, ...(document === undefined ? [] : [document])].join(' · ');
}

function chatLink({ botUrl }: Info, { id, largeText }: Persona): string {
  const url = new URL(botUrl);
  url.searchParams.set('persona', id);
  if (largeText) url.searchParams.set('largeText', '1');
  return url.href;
}

function showPhone(phones: readonly Phone[], msisdn: string, messages: readonly Sms[], info: Info): void {
  const phone = phones.find((candidate) => candidate.msisdn === msisdn);
  one('#phone-name', HTMLElement).textContent = phone?.name ?? '';
  one('#phone-number', HTMLElement).textContent = phone?.number ?? '';
  const arrived = messages.filter(({ to, state }) => to === msisdn && state === 'delivered').reverse();
  const waiting = messages.filter(({ to, state }) => to === msisdn && state === 'waiting').length;
  const log = one('#sms', HTMLElement);
  const shown = arrived.map((sms, index) => bubble(sms, index === arrived.length - 1, info));
  const nothing = waiting > 0 ? 'A message is on its way to this phone.' : 'No messages yet. Ask the chat for a code.';
  log.replaceChildren(...(shown.length > 0 ? shown : [make('p', { class: 'nothing' }, nothing)]));
  log.scrollTop = log.scrollHeight;
}

function bubble(sms: Sms, newest: boolean, { utcHours }: Info): HTMLElement {
  const [found, first, second] = CODE.exec(sms.text) ?? [];
  const at = make('time', { datetime: sms.due }, hour(sms.due, utcHours));
  const text = make('div', { class: 'bubble' });
  if (found === undefined) text.append(sms.text);
  else text.append(make('span', { class: 'code', 'aria-hidden': 'true' }, `${first} ${second}`), sms.text);
  const button = make('button', { type: 'button', onclick: () => void copy(`${first}${second}`) }, 'Copy code');
  return make('div', { class: newest ? 'in new' : 'in' }, text, make('div', { class: 'meta' }, at, ...(found === undefined ? [] : [button])));
}

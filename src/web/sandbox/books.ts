import type { Books, Info, Phone, Posting } from './answers.js';
import { read } from './api.js';
import { make, one } from './dom.js';
import { moment, money } from './format.js';

/** The books in the country's currency. Returns what to do when something was posted. */
export async function startBooks(info: Info): Promise<() => Promise<void>> {
  const { phones } = await read.personas();
  let books = await read.books();
  const account = one('#account', HTMLSelectElement);
  account.addEventListener('change', () => show(books, info, phones));
  const refresh = async (): Promise<void> => {
    books = await read.books();
    show(books, info, phones);
  };
  show(books, info, phones);
  return refresh;
}

function show(books: Books, info: Info, phones: readonly Phone[]): void {
  const { currency } = info;
  const inCountry = books.entries.filter(({ postings }) => postings[0]?.currency === currency);
  const owed = (ending: RegExp): number =>
    books.trial.filter((row) => row.currency === currency && ending.test(row.account)).reduce((sum, { debit, credit }) => sum + credit - debit, 0);
  one('#sums', HTMLElement).replaceChildren(
    figure('On prepaid lines', money(owed(/:balance$|:bonus-\d+$/), currency), 'balances and bonuses'),
    figure('Owed by customers', money(-owed(/^bills:|:loan$/), currency), 'open bills and loans'),
    figure('Debits and credits', books.balanced ? 'agree' : 'differ', `${books.total} entries in nine countries`),
  );
  const pill = one('#balanced', HTMLElement);
  pill.className = `pill ${books.balanced ? 'ok' : 'bad'}`;
  pill.textContent = books.balanced ? 'Debits equal credits' : 'Debits and credits differ';
  const account = showAccounts(books, currency, phones);
  const rows = inCountry
    .filter(({ postings }) => account === '' || postings.some((posting) => posting.account === account))
    .flatMap(({ at, what, postings }) =>
      postings.map((posting, index) => row(posting, index === 0 ? { at: moment(at, info.utcHours), what } : undefined, phones)),
    );
  one('#journal tbody', HTMLElement).replaceChildren(...rows);
  const others = books.total - inCountry.length;
  one('#more', HTMLElement).textContent = others > 0 ? `${others} more entries, of other countries or older: GET /sandbox/books` : '';
}

/** Fills the list of accounts, and says what stands on the chosen one. Returns it; empty for all of them. */
function showAccounts({ trial }: Books, currency: string, phones: readonly Phone[]): string {
  const select = one('#account', HTMLSelectElement);
  const own = trial.filter((row) => row.currency === currency);
  const chosen = own.find((row) => row.account === select.value);
  const options = own.map(({ account }) => make('option', { value: account, selected: account === chosen?.account }, named(account, phones)));
  select.replaceChildren(make('option', { value: '' }, 'All accounts'), ...options);
  one('#owed', HTMLElement).textContent = chosen === undefined ? '' : money(chosen.credit - chosen.debit, currency);
  return chosen?.account ?? '';
}

function figure(name: string, value: string, under: string): HTMLElement {
  return make(
    'div',
    { class: 'card pad' },
    make('p', { class: 'muted small' }, name),
    make('p', { class: 'big num' }, value),
    make('p', { class: 'muted tiny' }, under),
  );
}

function row({ account, currency, debit, credit }: Posting, first: { at: string; what: string } | undefined, phones: readonly Phone[]): HTMLElement {
  const cells = [
    make('td', { class: 'num muted' }, first?.at ?? ''),
    make('td', {}, first?.what ?? ''),
    make('td', {}, named(account, phones)),
    make('td', { class: 'n' }, debit > 0 ? money(debit, currency) : ''),
    make('td', { class: 'n' }, credit > 0 ? money(credit, currency) : ''),
  ];
  return make('tr', { class: first ? 'first' : 'second' }, ...cells);
}

/** "line:50255550101:bonus-1" as people say it. */
function named(account: string, phones: readonly Phone[]): string {
  const [kind, id = '', part = ''] = account.split(':');
  switch (kind) {
    case 'line':
      return `Line ${phones.find(({ msisdn }) => msisdn === id)?.number ?? id}, ${part.replace('-', ' ')}`;
    case 'bills':
      return `Bills of ${phones.find(({ msisdn }) => msisdn === id)?.number ?? id}`;
    case 'wallet':
      return `Wallet of ${id}`;
    case 'opening':
      return `Opening, ${id}`;
    default:
      return account;
  }
}

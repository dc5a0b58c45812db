import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutChance } from '../support/kept';

/** What is looked for, and the spellings by which it is found. Each value stands nowhere else in the world of the test. */
export interface Canary {
  readonly kind:
    | 'card'
    | 'code'
    | 'document'
    | 'name'
    | 'address'
    | 'password'
    | 'voucher'
    | 'line'
    | 'stranger'
    | 'token'
    | 'contract'
    | 'holder'
    | 'wifi'
    | 'story'
    | 'reason';
  readonly forms: readonly string[];
}

export const CARD = '4539 5787 6362 1486';
export const DOCUMENT = '1763 48291 0101';
export const PASSWORD = 'Quetzal-hunter2';
export const VOUCHER = '73120986554413';
/** A persona of the sandbox: everything in order. */
export const LINE = '5555-0101';
/** An account of the sandbox: the contract, the document of its holder, and the line that its codes go to. */
export const HOME = { contract: '10002040', document: '2083 77158 0108', line: '5555-0104' };
/** What only who has that Wi-Fi may know. */
export const WIFI = 'jirafas azules 58';
/** Told for a case: it goes to whoever works on it. */
export const STORY = 'la tortilleria Xelajuwitz';
/** Why somebody gave the score they gave. */
export const REASON = 'porque Ixquiacwitz nunca contesta';
/** A number that is nobody's. */
export const STRANGER = '4999-8123';

/** With and without what stands between the digits. */
const digits = (text: string): string => text.replace(/\D/g, '');

export const CANARIES: readonly Canary[] = [
  { kind: 'card', forms: [CARD, digits(CARD), '5787 6362', '57876362'] },
  { kind: 'document', forms: [DOCUMENT, digits(DOCUMENT)] },
  { kind: 'name', forms: ['Zoraida Quetzalwitz', 'Quetzalwitz'] },
  { kind: 'address', forms: ['13 calle 7-77 zona 99', 'calle 7-77'] },
  { kind: 'password', forms: [PASSWORD] },
  { kind: 'voucher', forms: [VOUCHER] },
  { kind: 'line', forms: [LINE, digits(LINE), `502${digits(LINE)}`] },
  { kind: 'stranger', forms: [STRANGER, digits(STRANGER), `502${digits(STRANGER)}`] },
  { kind: 'contract', forms: [HOME.contract] },
  { kind: 'holder', forms: [HOME.document, digits(HOME.document)] },
  { kind: 'wifi', forms: [WIFI] },
  { kind: 'story', forms: [STORY, 'Xelajuwitz'] },
  { kind: 'reason', forms: [REASON, 'Ixquiacwitz'] },
];

/** What a careless or hurried customer writes anywhere, each with a canary in it. */
export const CARELESS: readonly string[] = [
  `mi tarjeta es ${CARD} vence 08/29 cvv 123`,
  `soy Zoraida Quetzalwitz, DPI ${DOCUMENT}, vivo en 13 calle 7-77 zona 99`,
  `mi clave es ${PASSWORD}`,
  `el pin de la recarga es ${VOUCHER}`,
  '4539 5787',
  '6362 1486 08/29',
];

/** Where a value may go, beyond Redis (sealed) and the customer's own chat. */
export const MAY_LEAVE: readonly { readonly kinds: readonly Canary['kind'][]; readonly to: RegExp; readonly why: string }[] = [
  { kinds: ['line', 'stranger'], to: /^\/tmf-api\//, why: 'the operator is asked whether it is a line of its own, and about it' },
  { kinds: ['voucher'], to: /\/topupBalance$/, why: 'the PIN of a top-up card is used up where it was made' },
  { kinds: ['line', 'code'], to: /^\/cgi-bin\/sendsms\?/, why: 'the code goes to the line' },
  { kinds: ['contract', 'holder'], to: /^\/tmf-api\//, why: 'the operator says whether the two belong together, and tells about the contract' },
  { kinds: ['wifi'], to: /^\/tmf-api\//, why: 'the modem gets the password that its owner chose' },
  { kinds: ['line'], to: /^\/(mm|lending|camara)\//, why: 'wallet, lender and SIM check are asked about that line' },
  { kinds: ['name', 'address', 'story'], to: /^\/api\/v2\/(tickets|requests|uploads)/, why: 'an agent gets the case in the words of the customer' },
  { kinds: ['name', 'address', 'story'], to: /^\/opinion\//, why: 'a model is asked what words mean; numbers and secrets are taken out of them' },
  { kinds: ['line', 'stranger'], to: /^\/graph\//, why: 'on Messenger the bot’s own words go through Meta, with the line as its owner wrote it' },
  { kinds: ['document'], to: /^\/api\/v2\/tickets\/\d+\.json$/, why: 'what is written to a person who attends is read by that person' },
  { kinds: ['contract'], to: /^\/api\/v2\/users\//, why: 'the case is that of the account which signed in' },
  {
    kinds: ['name', 'address', 'story'],
    to: /^\/api\/v2\/help_center\/articles\/search/,
    why: 'words are searched for; numbers and secrets are not',
  },
];

/** Kinds that no history of a chat may show. */
export const NEVER_SHOWN: readonly Canary['kind'][] = ['card', 'password', 'voucher', 'code', 'wifi'];

/** Where one of the values stands. */
export function hits(text: string, canaries: readonly Canary[]): readonly string[] {
  const plain = withoutChance(text);
  const stands = (form: string): boolean => (SHORT.test(form) ? alone(form).test(plain) : text.includes(form));
  return canaries.filter(({ forms }) => forms.some(stands)).map(({ kind }) => kind);
}

/** So few digits stand by chance in many a time, id and sealed text: it is they where nothing of the kind is around them. */
const SHORT = /^\d{1,10}$/;
const alone = (form: string): RegExp => new RegExp(`(?<![\\da-z]|\\d\\.)${form}(?![\\da-z])`, 'i');

const SKILLS = join(__dirname, '../../src/dialogs');
const CONVERSATIONS = join(__dirname, '../conversations');

/** How a customer asks for each skill that has a folder: the first of its utterances. */
export const openings = (): readonly string[] =>
  ['skills', 'login', 'care'].flatMap((area) =>
    readdirSync(join(SKILLS, area), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('utterances.es.txt'))
      .flatMap((file) => linesOf(join(SKILLS, area, file)).slice(0, 1)),
  );

/** What customers say in the tests of conversations, without what only that test can know. */
export const rehearsed = (): readonly string[] =>
  readdirSync(CONVERSATIONS)
    .filter((file) => file.endsWith('.test.ts') && !file.startsWith('cards'))
    .flatMap((file) => linesOf(join(CONVERSATIONS, file)).flatMap((line) => /^> ([^[{$`]+)$/.exec(line)?.[1] ?? []));

const linesOf = (path: string): readonly string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

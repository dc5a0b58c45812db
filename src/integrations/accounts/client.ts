import { z } from 'zod';
import type { Country } from '../../domain/countries';
import { readDocument } from '../../domain/documents';
import { isTheft } from '../../domain/theft';
import type { Caller } from '../http/caller';
import { listed, optionalText } from '../tmf';
import { Billing, emailIn, holderOf, Party, phoneIn, replacedBy } from './billing';
import type { Account, Accounts } from './port';

const ACCOUNT = '/tmf-api/accountManagement/v4/billingAccount';
const PARTY = '/tmf-api/party/v4/individual';
const PRODUCT = '/tmf-api/productInventory/v4/product';

const Product = z.object({
  name: optionalText,
  status: z.string(),
  statusReason: optionalText,
  billingAccount: z.object({ id: z.string() }).nullish(),
  productCharacteristic: listed(z.object({ name: z.string(), value: z.unknown() })).nullish(),
  relatedParty: listed(z.object({ id: optionalText, name: optionalText, role: optionalText })).nullish(),
});
type Product = z.infer<typeof Product>;

/** Billing accounts by TMF666 v4, their holders by TMF632 v4, and what is billed by TMF637 v4. */
export function accountsClient({ caller, country }: { readonly caller: Caller; readonly country: Country }): Accounts {
  const accountsBy = (query: Readonly<Record<string, string>>): Promise<Billing[]> =>
    caller.list({ operation: 'accounts', path: ACCOUNT, query, schema: Billing });
  const named = async (contract: string): Promise<Billing | undefined> =>
    (await accountsBy({ name: contract })).find(({ name }) => name === contract);
  const partiesWith = async (document: string): Promise<Party[]> => {
    const query = { 'individualIdentification.identificationId': document };
    const found = await caller.list({ operation: 'party', path: PARTY, query, schema: Party });
    return found.filter(({ individualIdentification: ids }) => ids.some(({ identificationId: id }) => isSame(id, document, country)));
  };
  const productsBy = (query: Readonly<Record<string, string>>): Promise<Product[]> =>
    caller.list({ operation: 'billed', path: PRODUCT, query, schema: Product });
  const lineProduct = async (msisdn: string): Promise<Product | undefined> =>
    (await productsBy({ 'productCharacteristic.value': msisdn })).find(
      (product) => valueOf(product, 'lineType') !== undefined && valueOf(product, 'msisdn') === msisdn && product.status !== 'terminated',
    );
  /** Open accounts of the same holder and of the same kind: a mobile's bill is asked for with the mobile. */
  const besides = async (account: Billing): Promise<Billing[]> => {
    const holder = holderOf(account);
    if (holder === undefined) return [];
    const all = await accountsBy({ 'relatedParty.id': holder });
    return all.filter((each) => holderOf(each) === holder && isOpen(each) && each.accountType === account.accountType);
  };

  return {
    async match(contract, document) {
      const [account, parties] = await Promise.all([named(contract), partiesWith(document)]);
      const holder = account && holderOf(account);
      if (account === undefined || holder === undefined || !parties.some(({ id }) => id === holder)) return undefined;
      const current = replacedBy(account) ?? contract;
      const others = await besides(account);
      return { contract: current, contracts: [...new Set([current, ...others.map(({ name }) => name)])] };
    },

    async phoneOnFile(contract) {
      const account = await named(contract);
      return account && phoneIn(account);
    },

    async codesGoTo(contract) {
      const account = await named(contract);
      const phone = account && phoneIn(account);
      if (account === undefined || phone === undefined) return undefined;
      const [others, line] = await Promise.all([besides(account), lineProduct(phone)]);
      const same = others.filter((other) => phoneIn(other) === phone).map(({ name }) => name);
      const stolen = line?.status === 'suspended' && isTheft(line.statusReason);
      return { msisdn: phone, contracts: [...new Set([contract, ...same])], ...(stolen && { stolen }) };
    },

    async list(contract) {
      const account = await named(contract);
      const all = account === undefined ? [] : await besides(account);
      return all.map(({ name, description: label }) => ({ contract: name, ...(label !== undefined && { label }) }));
    },

    async read(contract) {
      const [account, products] = await Promise.all([named(contract), productsBy({ 'billingAccount.id': contract })]);
      return account && accountOf(account, products);
    },

    async ofLine(msisdn) {
      const product = await lineProduct(msisdn);
      return product && valueOf(product, 'lineType') === 'postpaid' ? product.billingAccount?.id : undefined;
    },

    async holds(msisdn, by) {
      const [product, owners] = await Promise.all([
        lineProduct(msisdn),
        'document' in by
          ? partiesWith(by.document).then((all) => all.map(({ id }) => id))
          : named(by.contract).then((account) => account && [holderOf(account)]),
      ]);
      const holder = product && ownerOf(product);
      return holder !== undefined && (owners ?? []).includes(holder);
    },

    async emailOf(msisdn) {
      const product = await lineProduct(msisdn);
      const holder = product && ownerOf(product);
      const party =
        holder === undefined ? undefined : await caller.find({ operation: 'party', path: `${PARTY}/${encodeURIComponent(holder)}`, schema: Party });
      return party && emailIn(party);
    },
  };
}

/** The document as the operator writes it, read as the customer's was. */
function isSame(held: string, document: string, country: Country): boolean {
  if (held === document) return true;
  return country.documents.some((kind) => {
    const read = readDocument(held, [kind]);
    return read.ok && read.normalised === document;
  });
}

const isOpen = ({ state }: Billing): boolean => !/closed|cancel|terminat|replaced/i.test(state ?? '');

function accountOf(account: Billing, products: readonly Product[]): Account {
  const main = products.find((product) => valueOf(product, 'lineType') !== undefined || valueOf(product, 'contract') !== undefined);
  const [line, label, email] = [main && valueOf(main, 'msisdn'), main && valueOf(main, 'label'), emailIn(account)];
  const holder = givenName(main?.relatedParty?.find(({ role }) => role === 'owner')?.name);
  return {
    ...{ contract: account.name, kind: line === undefined ? 'home' : 'mobile', status: statusOf(account, main), plan: main?.name ?? '' },
    ...(line !== undefined && { msisdn: line.replace(/\D/g, '') }),
    ...(label !== undefined && { label }),
    ...(holder !== undefined && { holder }),
    ...(email !== undefined && { email: maskedEmail(email) }),
  };
}

function statusOf(account: Billing, product: Product | undefined): Account['status'] {
  const said = product?.status.trim().toLowerCase();
  if (!isOpen(account) || said === 'cancelled' || said === 'terminated' || said === 'aborted') return 'cancelled';
  return said === 'suspended' ? 'suspended' : 'active';
}

const ownerOf = ({ relatedParty }: Product): string | undefined => (relatedParty?.find(({ role }) => role === 'owner') ?? relatedParty?.[0])?.id;

function valueOf({ productCharacteristic }: Product, wanted: string): string | undefined {
  const value = productCharacteristic?.find(({ name }) => name === wanted)?.value;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** The first name of a person; a company has none. */
function givenName(name: string | undefined): string | undefined {
  const [first = ''] = name?.split(/\s+/) ?? [];
  return name !== undefined && /^\p{L}[\p{L}'’-]+$/u.test(first) && !/\bS\.?\s?A\.?\b|,/.test(name) ? first : undefined;
}

/** `ana.morales@correo.example` as `a•••@correo.example`. */
export const maskedEmail = (email: string): string => email.replace(/^(.)[^@]*/u, '$1•••');

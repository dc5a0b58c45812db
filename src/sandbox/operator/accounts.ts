import { countryOf } from '../../domain/countries';
import { readDocument } from '../../domain/documents';
import type { Route } from '../http/reply';
import { LINES, msisdnOf, SEEDS } from '../seed';
import type { CountryCode } from '../seed/countries';
import type { Home, Line, Persona } from '../seed/types';
import { collection, type Draft } from './collection';

/** TMF666: a billing account for every home and every postpaid line, found by the number on its bill. TMF632: who holds them. */
export function accounts(shaped: (account: Draft) => Draft): Route[] {
  return [
    ...collection('/tmf-api/accountManagement/v4', 'billingAccount', 'accounts', () => ACCOUNTS.map(shaped)),
    ...collection('/tmf-api/party/v4', 'individual', 'accounts', () => PEOPLE),
  ];
}

/** Documents as they are compared: the customer's own way to write one is nobody's concern here. */
function bookedAs(number: string, country: CountryCode): string {
  const read = readDocument(number, countryOf(country).documents);
  return read.ok ? read.normalised : number.replace(/[^A-Z\d]/gi, '');
}

const people: readonly { readonly country: CountryCode; readonly persona: Persona }[] = SEEDS.flatMap(({ country, personas }) =>
  personas.map((persona) => ({ country, persona })),
);

const PEOPLE: readonly Draft[] = people.map(({ country, persona }) => ({
  id: persona.id,
  fullName: persona.name,
  ...(persona.documents.length > 0 && {
    individualIdentification: persona.documents.map(([identificationType, number]) => ({
      identificationType,
      identificationId: bookedAs(number, country),
    })),
  }),
  contactMedium: emailMedium(persona),
  '@type': 'Individual',
}));

const ofHome = (country: CountryCode, persona: Persona, { contract, status = 'active', phoneOnFile, label }: Home): Draft =>
  account(persona, {
    ...{ contract, type: 'home', state: status === 'active' ? 'active' : 'closed' },
    ...(phoneOnFile !== undefined && { phone: msisdnOf(phoneOnFile, country) }),
    ...(label !== undefined && { label }),
  });

/** A postpaid line's account; and, closed, the number that it had before. */
function ofLine(msisdn: string, persona: Persona, { account: contract, formerAccount, label }: Line): Draft[] {
  if (contract === undefined) return [];
  const own = { type: 'mobile', phone: msisdn, ...(label !== undefined && { label }) } as const;
  const now = account(persona, { ...own, contract, state: 'active' });
  if (formerAccount === undefined) return [now];
  const before = account(persona, { ...own, contract: formerAccount, state: 'closed' });
  return [now, { ...before, accountRelationship: [{ relationshipType: 'replacedBy', account: { id: contract, name: contract } }] }];
}

interface Made {
  readonly contract: string;
  readonly type: 'home' | 'mobile';
  readonly state: 'active' | 'closed';
  readonly phone?: string;
  readonly label?: string;
}

const account = (persona: Persona, { contract, type, state, phone, label }: Made): Draft => ({
  ...{ id: contract, name: contract, accountType: type, state },
  ...(label !== undefined && { description: label }),
  relatedParty: [{ id: persona.id, name: persona.name, role: 'owner', '@referredType': 'Individual' }],
  contact: [
    {
      contactType: 'primary',
      contactMedium: [
        ...(phone === undefined ? [] : [{ mediumType: 'mobile', preferred: true, characteristic: { phoneNumber: phone } }]),
        ...emailMedium(persona),
      ],
    },
  ],
  '@type': 'BillingAccount',
});

const ACCOUNTS: readonly Draft[] = [
  ...people.flatMap(({ country, persona }) => (persona.homes ?? []).map((home) => ofHome(country, persona, home))),
  ...LINES.flatMap(({ msisdn, persona, line }) => ofLine(msisdn, persona, line)),
];

function emailMedium({ email }: Persona): object[] {
  return email === undefined ? [] : [{ mediumType: 'email', characteristic: { emailAddress: email } }];
}

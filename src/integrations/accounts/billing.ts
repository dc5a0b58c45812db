import { z } from 'zod';
import { listed, optionalText } from '../tmf';

const Medium = z.object({
  mediumType: optionalText,
  characteristic: z.object({ phoneNumber: optionalText, emailAddress: optionalText }).nullish(),
});

/** A TMF666 v4 billing account, as far as it is looked at. `name` is the number on the bill. */
export const Billing = z.object({
  name: z.string(),
  state: optionalText,
  description: optionalText,
  /** `home` or `mobile`, in the operator's words. */
  accountType: optionalText,
  relatedParty: listed(z.object({ id: z.string(), role: optionalText })).nullish(),
  contact: listed(z.object({ contactMedium: listed(Medium).nullish() })).nullish(),
  accountRelationship: listed(
    z.object({ relationshipType: optionalText, account: z.object({ id: optionalText, name: optionalText }).nullish() }),
  ).nullish(),
});
export type Billing = z.infer<typeof Billing>;

/** A TMF632 v4 individual. */
export const Party = z.object({
  id: z.string(),
  individualIdentification: listed(z.object({ identificationId: z.string() }))
    .nullish()
    .transform((ids) => ids ?? []),
  contactMedium: listed(Medium).nullish(),
});
export type Party = z.infer<typeof Party>;

/** Id of whoever holds the account. */
export const holderOf = ({ relatedParty }: Billing): string | undefined =>
  (relatedParty?.find(({ role }) => role === 'owner') ?? relatedParty?.[0])?.id;

/** The number that came in place of this one. */
export const replacedBy = ({ accountRelationship }: Billing): string | undefined =>
  accountRelationship?.find(({ relationshipType }) => /replaced/i.test(relationshipType ?? ''))?.account?.name;

const media = (of: Billing | Party): readonly z.infer<typeof Medium>[] =>
  'contact' in of ? (of.contact ?? []).flatMap(({ contactMedium }) => contactMedium ?? []) : 'contactMedium' in of ? (of.contactMedium ?? []) : [];

/** E.164 without `+`. */
export const phoneIn = (account: Billing): string | undefined =>
  media(account)
    .map(({ characteristic }) => characteristic?.phoneNumber?.replace(/\D/g, ''))
    .find((phone) => phone !== undefined && /^\d{7,15}$/.test(phone));

export const emailIn = (of: Billing | Party): string | undefined =>
  media(of)
    .map(({ characteristic }) => characteristic?.emailAddress)
    .find((email) => email !== undefined && /^[^@\s]+@[^@\s]+$/.test(email));

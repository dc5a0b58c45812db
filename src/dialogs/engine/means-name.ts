import { capital } from '../../domain/dates';
import { fold } from '../../domain/fold';
import type { Language } from '../../domain/texts';
import type { Means } from '../../integrations/payments/port';

/** Operators name what pays in Spanish, whoever reads it. A name of their own ("Visa ••4242", a wallet's brand) stays as it is. */
const IN_ENGLISH: Readonly<Record<string, string>> = {
  ...{ saldo: 'balance', billetera: 'wallet', factura: 'bill', tarjeta: 'card' },
};

/** What pays, as it is called in a sentence. */
export const nameOf = ({ name }: Pick<Means, 'name'>, language: Language): string => (language === 'en' ? (IN_ENGLISH[fold(name)] ?? name) : name);

/** The same on a button. */
export const labelOf = (means: Pick<Means, 'name'>, language: Language): string => {
  const name = nameOf(means, language);
  return name === means.name ? name : capital(name);
};

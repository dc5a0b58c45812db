import { wordsOf } from '../normalise';

/** What somebody speaks of: their mobile line, or the internet and television of their home. */
type Whose = 'mobile' | 'home';

const MOBILE = /^(?:celular(?:es)?|movil(?:es)?|chip|sim|lineas?|prepago|pospago|postpago|mobile|line)$/;
const HOME = /^(?:wifi|modem|routers?|fibra|cable|teles?|television|tv|decodificador|residencial|hogar|fiber|fibre|broadband)$/;
const HOUSE = /^(?:casa|house|home)$/;
const INTERNET = /^internet$/;
/** A phone has none of it inside a house, and a house has none of it. */
const OF_PHONES = /^(?:se[nñ]al|cobertura|barras?|rayitas?|llamadas?|llamar|signal|coverage|calls?)$/;

/**
 * Whose service or bill a text is about, where it says so. `billed`: of a bill, and then "internet" says enough: what a phone has is called its line or its
 * plan. Undefined: it is not said, or both are.
 */
export function whoseIn(text: string, billed: boolean): Whose | undefined {
  const words = wordsOf(text);
  const says = (what: RegExp): boolean => words.some((word) => what.test(word));
  const isHome = says(HOME) || (says(HOUSE) && !says(OF_PHONES)) || (billed && says(INTERNET));
  const isMobile = says(MOBILE);
  if (isHome === isMobile) return undefined;
  return isHome ? 'home' : 'mobile';
}

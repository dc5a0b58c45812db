import { cut } from '../words';
import { GET_STARTED } from './receive';

/** Limits of the profile. Characters, unless it counts things. https://developers.facebook.com/docs/messenger-platform/reference/messenger-profile-api */
export const PROFILE = { greeting: 160, iceBreakers: 4, question: 80, items: 20, title: 30 } as const;

/** A skill, and what it is called there. */
type Offer = readonly [skill: string, words: string];

interface Profiled {
  readonly greeting: (brand: string) => string;
  /** Questions that a newcomer may press. */
  readonly asks: readonly Offer[];
  readonly menu: readonly Offer[];
}

const SPANISH: Profiled = {
  greeting: (brand) => `Asistente virtual de ${brand}: saldo, paquetes, facturas y fallas, a cualquier hora.`,
  asks: [
    ['balances', '¿Cuánto saldo tengo?'],
    ['buy-pack', 'Quiero comprar un paquete'],
    ['invoices', '¿Cuánto debo de mi factura?'],
    ['no-service', 'No tengo servicio'],
  ],
  menu: [
    ['balances', 'Ver mi saldo'],
    ['top-up', 'Recargar'],
    ['buy-pack', 'Comprar un paquete'],
    ['invoices', 'Mi factura'],
    ['no-service', 'No tengo servicio'],
    ['stores', 'Tiendas'],
    ['cases', 'Mis casos'],
    ['agent', 'Hablar con una persona'],
  ],
};
const ENGLISH: Profiled = {
  greeting: (brand) => `Virtual assistant of ${brand}: balance, packs, bills and faults, at any hour.`,
  asks: [
    ['balances', 'What is my balance?'],
    ['buy-pack', 'I want to buy a pack'],
    ['invoices', 'How much do I owe?'],
    ['no-service', 'I have no service'],
  ],
  menu: [
    ['balances', 'See my balance'],
    ['top-up', 'Top up'],
    ['buy-pack', 'Buy a pack'],
    ['invoices', 'My bill'],
    ['no-service', 'I have no service'],
    ['stores', 'Stores'],
    ['cases', 'My cases'],
    ['agent', 'Talk to a person'],
  ],
};
/** Meta's names of locales; who has another one sees `default`. */
const LOCALES: Readonly<Record<string, Profiled>> = { default: SPANISH, en_US: ENGLISH, en_GB: ENGLISH };

const goes = ([skill]: Offer): string => `go:${skill}`;

/** What the menu's item of that title, in any language, brings back; undefined where there is none. */
export function payloadOf(title: string): string | undefined {
  const offer = Object.values(LOCALES)
    .flatMap(({ menu }) => menu)
    .find(([, words]) => cut(words, PROFILE.title) === title);
  return offer && goes(offer);
}

/** The body of `POST /me/messenger_profile`: get started, greeting, ice breakers and the persistent menu, by locale. Pure. @param brand as customers say it */
export function profileOf(brand: string): object {
  const each = <T extends object>(make: (profiled: Profiled) => T) =>
    Object.entries(LOCALES).map(([locale, profiled]) => ({ locale, ...make(profiled) }));
  const item = (offer: Offer) => ({ type: 'postback', title: cut(offer[1], PROFILE.title), payload: goes(offer) });
  const question = (offer: Offer) => ({ question: cut(offer[1], PROFILE.question), payload: goes(offer) });
  return {
    get_started: { payload: GET_STARTED },
    greeting: each(({ greeting }) => ({ text: cut(greeting(brand), PROFILE.greeting) })),
    ice_breakers: each(({ asks }) => ({ call_to_actions: asks.slice(0, PROFILE.iceBreakers).map(question) })),
    persistent_menu: each(({ menu }) => ({ composer_input_disabled: false, call_to_actions: menu.slice(0, PROFILE.items).map(item) })),
  };
}

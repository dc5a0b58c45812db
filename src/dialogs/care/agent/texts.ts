import { catalog, forms } from '../../../domain/texts';

export const texts = catalog(
  {
    title: 'hablar con una persona',
    button: 'Hablar con alguien',
    menu: 'Ver el menú',
    how: forms({
      tu: (v: { contact: string }) => `${v.contact} Desde este chat todavía no puedo pasarte con una persona.`,
      vos: (v: { contact: string }) => `${v.contact} Desde este chat todavía no puedo pasarte con una persona.`,
      usted: (v: { contact: string }) => `${v.contact} Desde este chat todavía no puedo pasarle con una persona.`,
    }),
    unknown: forms({
      tu: 'Desde este chat todavía no puedo pasarte con una persona. Puedes llamar o ir a una tienda de tu operador.',
      vos: 'Desde este chat todavía no puedo pasarte con una persona. Podés llamar o ir a una tienda de tu operador.',
      usted: 'Desde este chat todavía no puedo pasarle con una persona. Puede llamar o ir a una tienda de su operador.',
    }),
  },
  {
    title: 'talking to a person',
    button: 'Talk to someone',
    menu: 'See the menu',
    how: (v) => `${v.contact} I cannot put you through to a person from this chat yet.`,
    unknown: 'I cannot put you through to a person from this chat yet. You can call your operator or visit a store.',
  },
);

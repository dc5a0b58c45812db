import { catalog, forms } from '../../../domain/texts';

type Case = { readonly case: string };

export const texts = catalog(
  {
    title: forms({ tu: 'agregar algo a tu caso', vos: 'agregar algo a tu caso', usted: 'agregar algo a su caso' }),
    button: 'Agregar al caso',
    added: forms({
      tu: (v: Case) => `Lo agregué al caso ${v.case}. La respuesta te llega aquí.`,
      vos: (v: Case) => `Lo agregué al caso ${v.case}. La respuesta te llega aquí.`,
      usted: (v: Case) => `Lo agregué al caso ${v.case}. La respuesta le llega aquí.`,
    }),
    addedAndMore: forms({
      tu: (v: Case) => `Lo agregué al caso ${v.case}. Si además quieres verlo ahora, toca el botón.`,
      vos: (v: Case) => `Lo agregué al caso ${v.case}. Si además querés verlo ahora, tocá el botón.`,
      usted: (v: Case) => `Lo agregué al caso ${v.case}. Si además quiere verlo ahora, toque el botón.`,
    }),
    what: forms({
      tu: 'Escribe lo que falta, y lo agrego a tu caso.',
      vos: 'Escribí lo que falta, y lo agrego a tu caso.',
      usted: 'Escriba lo que falta, y lo agrego a su caso.',
    }),
    over: 'El caso de hace un momento ya no recibe más. ¿Abro otro con esto?',
    menu: 'Ver el menú',
  },
  {
    title: 'adding to your case',
    button: 'Add to the case',
    added: (v) => `I added it to case ${v.case}. The answer reaches you here.`,
    addedAndMore: (v) => `I added it to case ${v.case}. To look at it now as well, tap the button.`,
    what: 'Write what is missing, and I add it to your case.',
    over: 'The case of a moment ago takes no more. Shall I open another one with this?',
    menu: 'See the menu',
  },
);

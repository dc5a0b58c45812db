import { catalog, forms } from '../../../domain/texts';

type Priced = { name: string; price: string };
type Buy = { name: string; line: string; price: string; means: string };

/** What is said on the way to a new subscription. */
export const buyTexts = catalog(
  {
    forSale: (v: { list: string }) => `Esto hay, por precio:\n${v.list}\n¿Cuál contrato?`,
    saleLine: (v: Priced & { number: number; content: string }) => `${v.number}. ${v.name}: ${v.price}.${v.content}`,
    saleFree: (v: Priced & { number: number; content: string; day: string }) =>
      `${v.number}. ${v.name}: gratis hasta ${v.day}, después ${v.price}.${v.content}`,
    notForSale: 'Ahora no hay suscripciones para contratar en esta línea. No cobré nada.',
    minor: forms({
      tu: 'En la línea de un menor las suscripciones las contrata el titular. No cobré nada. Aquí sigues viendo y cancelando las que haya.',
      vos: 'En la línea de un menor las suscripciones las contrata el titular. No cobré nada. Aquí seguís viendo y cancelando las que haya.',
      usted: 'En la línea de un menor las suscripciones las contrata el titular. No cobré nada. Aquí sigue viendo y cancelando las que haya.',
    }),
    already: forms({
      tu: (v: { name: string }) => `Ya tienes ${v.name}, así que no la contrato otra vez. No cobré nada.`,
      vos: (v: { name: string }) => `Ya tenés ${v.name}, así que no la contrato otra vez. No cobré nada.`,
      usted: (v: { name: string }) => `Ya tiene ${v.name}, así que no la contrato otra vez. No cobré nada.`,
    }),
    payWith: '¿De dónde se cobra?',
    short: forms({
      tu: (v: { name: string; price: string; missing: string }) =>
        `${v.name} cuesta ${v.price} y te faltan ${v.missing}. No cobré nada. Puedes recargar y sigo con esta misma suscripción.`,
      vos: (v: { name: string; price: string; missing: string }) =>
        `${v.name} cuesta ${v.price} y te faltan ${v.missing}. No cobré nada. Podés recargar y sigo con esta misma suscripción.`,
      usted: (v: { name: string; price: string; missing: string }) =>
        `${v.name} cuesta ${v.price} y le faltan ${v.missing}. No cobré nada. Puede recargar y sigo con esta misma suscripción.`,
    }),
    noWay: (v: { name: string }) => `Con esta línea no hay cómo pagar ${v.name} ahora. No cobré nada.`,
    topUp: 'Recargar',
    otherOne: 'Ver otras',
    buyNow: forms({
      tu: (v: Buy & { first: string }) =>
        `Contratar ${v.name} en tu línea ${v.line}: ${v.first} hoy ${v.means}, y después ${v.price} hasta que la canceles. ¿Confirmas?`,
      vos: (v: Buy & { first: string }) =>
        `Contratar ${v.name} en tu línea ${v.line}: ${v.first} hoy ${v.means}, y después ${v.price} hasta que la canceles. ¿Confirmás?`,
      usted: (v: Buy & { first: string }) =>
        `Contratar ${v.name} en su línea ${v.line}: ${v.first} hoy ${v.means}, y después ${v.price} hasta que la cancele. ¿Confirma?`,
    }),
    buyFree: forms({
      tu: (v: Buy & { day: string }) =>
        `Contratar ${v.name} en tu línea ${v.line}: el primer mes es gratis. El primer cobro es ${v.day}: ${v.price}, ${v.means}, hasta que la canceles. ¿Confirmas?`,
      vos: (v: Buy & { day: string }) =>
        `Contratar ${v.name} en tu línea ${v.line}: el primer mes es gratis. El primer cobro es ${v.day}: ${v.price}, ${v.means}, hasta que la canceles. ¿Confirmás?`,
      usted: (v: Buy & { day: string }) =>
        `Contratar ${v.name} en su línea ${v.line}: el primer mes es gratis. El primer cobro es ${v.day}: ${v.price}, ${v.means}, hasta que la cancele. ¿Confirma?`,
    }),
    yesBuy: 'Sí, contratar',
    otherMeans: 'Cobrar de otro lado',
    bought: forms({
      tu: (v: { name: string; first: string; reference: string }) => `Listo. Ya tienes ${v.name}; se cobraron ${v.first}. Referencia ${v.reference}.`,
      vos: (v: { name: string; first: string; reference: string }) => `Listo. Ya tenés ${v.name}; se cobraron ${v.first}. Referencia ${v.reference}.`,
      usted: (v: { name: string; first: string; reference: string }) =>
        `Listo. Ya tiene ${v.name}; se cobraron ${v.first}. Referencia ${v.reference}.`,
    }),
    boughtFree: forms({
      tu: (v: { name: string; day: string; reference: string }) =>
        `Listo. Ya tienes ${v.name}; hoy no se cobró nada y el primer cobro es ${v.day}. Referencia ${v.reference}.`,
      vos: (v: { name: string; day: string; reference: string }) =>
        `Listo. Ya tenés ${v.name}; hoy no se cobró nada y el primer cobro es ${v.day}. Referencia ${v.reference}.`,
      usted: (v: { name: string; day: string; reference: string }) =>
        `Listo. Ya tiene ${v.name}; hoy no se cobró nada y el primer cobro es ${v.day}. Referencia ${v.reference}.`,
    }),
  },
  {
    forSale: (v) => `This is what there is, by price:\n${v.list}\nWhich one?`,
    saleLine: (v) => `${v.number}. ${v.name}: ${v.price}.${v.content}`,
    saleFree: (v) => `${v.number}. ${v.name}: free until ${v.day}, then ${v.price}.${v.content}`,
    notForSale: 'There are no subscriptions to buy for this line now. I charged nothing.',
    minor: "On a minor's line the holder buys subscriptions. I charged nothing. Here you can still see and cancel what there is.",
    already: (v) => `You have ${v.name} already, so I do not buy it again. I charged nothing.`,
    payWith: 'What is it charged to?',
    short: (v) => `${v.name} costs ${v.price} and you are ${v.missing} short. I charged nothing. You can top up, and I go on with this subscription.`,
    noWay: (v) => `There is no way to pay ${v.name} with this line now. I charged nothing.`,
    topUp: 'Top up',
    otherOne: 'See others',
    buyNow: (v) => `Buy ${v.name} for your line ${v.line}: ${v.first} today ${v.means}, then ${v.price} until you cancel. Do you confirm?`,
    buyFree: (v) =>
      `Buy ${v.name} for your line ${v.line}: the first month is free. The first charge is ${v.day}: ${v.price}, ${v.means}, until you cancel. Do you confirm?`,
    yesBuy: 'Yes, buy it',
    otherMeans: 'Pay otherwise',
    bought: (v) => `Done. You have ${v.name} now; ${v.first} was charged. Reference ${v.reference}.`,
    boughtFree: (v) => `Done. You have ${v.name} now; nothing was charged today and the first charge is ${v.day}. Reference ${v.reference}.`,
  },
);

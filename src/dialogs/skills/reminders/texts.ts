import { catalog, forms } from '../../../domain/texts';

interface Named {
  readonly name: string;
  readonly when: string;
}
interface Told {
  readonly last: string;
  readonly when: string;
}

export const texts = catalog(
  {
    title: forms({ tu: 'tus avisos', vos: 'tus avisos', usted: 'sus avisos' }),
    button: 'Mis avisos',
    nothing: forms({
      tu: 'Ahora no hay nada en tu línea que venza pronto. Cuando tengas un paquete o un adelanto, te puedo avisar antes.',
      vos: 'Ahora no hay nada en tu línea que venza pronto. Cuando tengas un paquete o un adelanto, te puedo avisar antes.',
      usted: 'Ahora no hay nada en su línea que venza pronto. Cuando tenga un paquete o un adelanto, le puedo avisar antes.',
    }),
    which: forms({
      tu: '¿De qué te aviso antes de que venza?',
      vos: '¿De qué te aviso antes de que venza?',
      usted: '¿De qué le aviso antes de que venza?',
    }),
    notThat: forms({
      tu: 'De eso no veo una fecha próxima. Puedo avisarte de esto:',
      vos: 'De eso no veo una fecha próxima. Puedo avisarte de esto:',
      usted: 'De eso no veo una fecha próxima. Puedo avisarle de esto:',
    }),
    balance: 'Mi saldo',
    loan: 'Mi adelanto',
    bill: 'Mi factura',
    ofPack: ({ name, when }: Named) => `${name}: vence ${when}`,
    ofBalance: ({ when }: Named) => `El saldo: vale hasta ${when}`,
    ofLoan: ({ when }: Named) => `El adelanto: se paga a más tardar ${when}`,
    ofBill: ({ when }: Named) => `La factura: se paga a más tardar ${when}`,
    tooLate: ({ when }: { readonly when: string }) => `Eso vence ${when}, ya casi: no alcanza para un aviso.`,
    agree: forms({
      tu: (v: { of: string; at: string; last: string }) =>
        `${v.of}. Te aviso ${v.at}, en este chat; si no estás, por SMS al …${v.last}. No aviso de noche, y lo quitas cuando quieras con *no más avisos*. ¿Lo dejo puesto?`,
      vos: (v: { of: string; at: string; last: string }) =>
        `${v.of}. Te aviso ${v.at}, en este chat; si no estás, por SMS al …${v.last}. No aviso de noche, y lo quitás cuando quieras con *no más avisos*. ¿Lo dejo puesto?`,
      usted: (v: { of: string; at: string; last: string }) =>
        `${v.of}. Le aviso ${v.at}, en este chat; si no está, por SMS al …${v.last}. No aviso de noche, y lo quita cuando quiera con *no más avisos*. ¿Lo dejo puesto?`,
    }),
    yes: forms({ tu: 'Sí, avísame', vos: 'Sí, avisame', usted: 'Sí, avíseme' }),
    done: forms({
      tu: (v: { at: string }) => `Listo. Te aviso ${v.at}.`,
      vos: (v: { at: string }) => `Listo. Te aviso ${v.at}.`,
      usted: (v: { at: string }) => `Listo. Le aviso ${v.at}.`,
    }),
    duePack: forms({
      tu: ({ name, last, when }: Told & Named) => `El aviso que pediste: en la línea …${last}, ${name} vence ${when}.`,
      vos: ({ name, last, when }: Told & Named) => `El aviso que pediste: en la línea …${last}, ${name} vence ${when}.`,
      usted: ({ name, last, when }: Told & Named) => `El aviso que pidió: en la línea …${last}, ${name} vence ${when}.`,
    }),
    dueBalance: forms({
      tu: ({ last, when }: Told) => `El aviso que pediste: el saldo de la línea …${last} vale hasta ${when}. Una recarga lo alarga.`,
      vos: ({ last, when }: Told) => `El aviso que pediste: el saldo de la línea …${last} vale hasta ${when}. Una recarga lo alarga.`,
      usted: ({ last, when }: Told) => `El aviso que pidió: el saldo de la línea …${last} vale hasta ${when}. Una recarga lo alarga.`,
    }),
    dueLoan: forms({
      tu: ({ last, when }: Told) => `El aviso que pediste: el adelanto de la línea …${last} se paga a más tardar ${when}.`,
      vos: ({ last, when }: Told) => `El aviso que pediste: el adelanto de la línea …${last} se paga a más tardar ${when}.`,
      usted: ({ last, when }: Told) => `El aviso que pidió: el adelanto de la línea …${last} se paga a más tardar ${when}.`,
    }),
    dueBill: forms({
      tu: ({ last, when }: Told) => `El aviso que pediste: la factura de la línea …${last} se paga a más tardar ${when}.`,
      vos: ({ last, when }: Told) => `El aviso que pediste: la factura de la línea …${last} se paga a más tardar ${when}.`,
      usted: ({ last, when }: Told) => `El aviso que pidió: la factura de la línea …${last} se paga a más tardar ${when}.`,
    }),
    dueHomeBill: forms({
      tu: ({ last, when }: Told) => `El aviso que pediste: la factura del contrato terminado en ${last} se paga a más tardar ${when}.`,
      vos: ({ last, when }: Told) => `El aviso que pediste: la factura del contrato terminado en ${last} se paga a más tardar ${when}.`,
      usted: ({ last, when }: Told) => `El aviso que pidió: la factura del contrato terminado en ${last} se paga a más tardar ${when}.`,
    }),
    stop: 'No más avisos',
    buy: 'Comprar paquete',
    topUp: 'Recargar',
    repay: 'Pagar adelanto',
    payBill: 'Pagar mi factura',
    sms: ({ brand, said }: { readonly brand: string; readonly said: string }) => `${brand}: ${said}`,
  },
  {
    title: 'your reminders',
    button: 'Remind me before',
    nothing: 'Nothing on your line ends soon. When you have a pack or an advance, I can remind you before it does.',
    which: 'What shall I remind you of before it ends?',
    notThat: 'I see no date ahead for that. I can remind you of this:',
    balance: 'My balance',
    loan: 'My advance',
    bill: 'My bill',
    ofPack: ({ name, when }) => `${name}: ends ${when}`,
    ofBalance: ({ when }) => `Your balance: valid until ${when}`,
    ofLoan: ({ when }) => `The advance: to be paid by ${when}`,
    ofBill: ({ when }) => `The bill: to be paid by ${when}`,
    tooLate: ({ when }) => `That ends ${when}, so soon that a reminder would not help.`,
    agree: (v) =>
      `${v.of}. I will remind you ${v.at}, in this chat; if you are not here, by SMS to …${v.last}. Never at night, and *no more reminders* ends it. Shall I?`,
    yes: 'Yes, remind me',
    done: (v) => `Done. I will remind you ${v.at}.`,
    duePack: ({ name, last, when }) => `The reminder you asked for: on line …${last}, ${name} ends ${when}.`,
    dueBalance: ({ last, when }) => `The reminder you asked for: the balance of line …${last} is valid until ${when}. A top-up makes it last longer.`,
    dueLoan: ({ last, when }) => `The reminder you asked for: the advance of line …${last} is to be paid by ${when}.`,
    dueHomeBill: ({ last, when }) => `The reminder you asked for: the bill of the contract ending in ${last} is to be paid by ${when}.`,
    dueBill: ({ last, when }) => `The reminder you asked for: the bill of line …${last} is to be paid by ${when}.`,
    stop: 'No more reminders',
    buy: 'Buy a pack',
    topUp: 'Top up',
    repay: 'Pay the advance',
    payBill: 'Pay my bill',
    sms: ({ brand, said }) => `${brand}: ${said}`,
  },
);

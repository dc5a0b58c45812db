import type { Language } from '../../domain/texts';
import type { PayView } from './pay-view';

interface State {
  readonly title: string;
  readonly lead: string;
  readonly short: string;
  readonly mood: 'ok' | 'warn' | 'bad';
}

interface Words {
  readonly for: (brand: string) => string;
  readonly go: (amount: string) => string;
  readonly keepCard: string;
  readonly goCard: string;
  readonly there: string;
  readonly what: string;
  readonly amount: string;
  readonly state: string;
  readonly reference: string;
  readonly until: string;
  readonly close: string;
  readonly payment: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly states: Readonly<Record<Exclude<PayView['state'], 'open'> | 'none', State>>;
}

/** No word depends on the form of address, or on who reads: a link may be opened by anybody. */
export const PAY_WORDS: Readonly<Record<Language, Words>> = {
  es: {
    for: (brand) => `Pago a ${brand}`,
    go: (amount) => `Pagar ${amount}`,
    keepCard: 'Guardar una tarjeta',
    goCard: 'Ir a la página segura',
    there: 'La tarjeta se escribe en la página segura del banco, que se abre ahora. Aquí no se guarda.',
    ...{ what: 'Concepto', amount: 'Monto', state: 'Estado', reference: 'Referencia', until: 'Vale hasta' },
    close: 'Si se cierra esta página no pasa nada: el pago sigue su curso.',
    payment: 'Pago',
    kinds: { 'top-up': 'Recarga', pack: 'Paquete', invoice: 'Factura', 'save-card': 'Tarjeta guardada' },
    states: {
      checking: {
        title: 'Estamos confirmando el pago',
        lead: 'Suele tardar menos de un minuto. No hay que repetirlo: el aviso llega al chat en cuanto el banco responda.',
        ...{ short: 'En verificación', mood: 'warn' },
      },
      paid: { title: 'Pago recibido', lead: 'El banco lo confirmó. El comprobante está en el chat.', short: 'Pagado', mood: 'ok' },
      'not-paid': { title: 'No se hizo el pago', lead: 'No se cobró nada. En el chat se puede pedir otro enlace.', short: 'Sin cobro', mood: 'bad' },
      closed: {
        title: 'Este enlace ya venció',
        lead: 'Con este enlace ya no se puede pagar. En el chat se puede pedir otro.',
        ...{ short: 'Vencido', mood: 'warn' },
      },
      none: {
        title: 'No conocemos este enlace',
        lead: 'Quizás está incompleto o es de hace días. En el chat se puede pedir otro.',
        short: '',
        mood: 'warn',
      },
    },
  },
  en: {
    for: (brand) => `Payment to ${brand}`,
    go: (amount) => `Pay ${amount}`,
    keepCard: 'Keep a card',
    goCard: 'Go to the safe page',
    there: 'The card is typed on the safe page of the bank, which opens now. It is not kept here.',
    ...{ what: 'What for', amount: 'Amount', state: 'State', reference: 'Reference', until: 'Good until' },
    close: 'Closing this page does no harm: the payment goes on.',
    payment: 'Payment',
    kinds: { 'top-up': 'Top-up', pack: 'Pack', invoice: 'Bill', 'save-card': 'Kept card' },
    states: {
      checking: {
        title: 'We are confirming the payment',
        lead: 'It usually takes less than a minute. It must not be repeated: the chat tells it as soon as the bank answers.',
        ...{ short: 'Being checked', mood: 'warn' },
      },
      paid: { title: 'Payment received', lead: 'The bank confirmed it. The receipt is in the chat.', short: 'Paid', mood: 'ok' },
      'not-paid': { title: 'The payment was not made', lead: 'Nothing was charged. The chat gives another link.', short: 'Not charged', mood: 'bad' },
      closed: {
        title: 'This link has ended',
        lead: 'Nothing can be paid with it any more. The chat gives another one.',
        short: 'Ended',
        mood: 'warn',
      },
      none: {
        title: 'We do not know this link',
        lead: 'It may not be complete, or be some days old. The chat gives another one.',
        short: '',
        mood: 'warn',
      },
    },
  },
};

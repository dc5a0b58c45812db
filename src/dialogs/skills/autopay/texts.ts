import { catalog, forms } from '../../../domain/texts';

export const texts = catalog(
  {
    title: 'el pago automático',
    button: 'Pago automático',
    noBills: 'Esta línea es prepago: no tiene facturas.',
    off: (v: { whose: string }) => `El pago automático está apagado, ${v.whose}. ¿Lo activamos?`,
    on: (v: { whose: string; card: string }) => `El pago automático está activo, ${v.whose}, con la ${v.card}. ¿Qué hacemos?`,
    onPaid: (v: { whose: string; card: string; day: string }) =>
      `El pago automático está activo, ${v.whose}, con la ${v.card}. Último cobro: ${v.day}. ¿Qué hacemos?`,
    onFailed: (v: { whose: string; card: string; day: string }) =>
      `El pago automático está activo, ${v.whose}, con la ${v.card}, pero el último cobro, ${v.day}, no pasó. ¿Qué hacemos?`,
    onExpired: (v: { whose: string; card: string }) =>
      `El pago automático está activo, ${v.whose}, pero la ${v.card} ya venció y el cobro no pasa. ¿Qué hacemos?`,
    onUnknown: (v: { whose: string }) => `El pago automático está activo, ${v.whose}, con una tarjeta que ya no está. ¿Qué hacemos?`,
    turnOn: 'Activar',
    turnOff: 'Desactivar',
    change: 'Cambiar tarjeta',
    leave: 'Dejarlo así',
    needsCard: 'Para el pago automático hace falta una tarjeta guardada y vigente. Se guarda en la página segura.',
    needsOther: 'Para cambiarla hace falta otra tarjeta guardada y vigente. Se guarda en la página segura.',
    keepCard: 'Guardar una tarjeta',
    whichCard: '¿Con cuál tarjeta?',
    askOn: forms({
      tu: (v: { whose: string; card: string }) =>
        `Autorizas que cada factura, ${v.whose}, se cobre completa a tu ${v.card} el día que vence. Te aviso de cada cobro. Lo desactivas aquí cuando quieras. ¿Confirmas?`,
      vos: (v: { whose: string; card: string }) =>
        `Autorizás que cada factura, ${v.whose}, se cobre completa a tu ${v.card} el día que vence. Te aviso de cada cobro. Lo desactivás aquí cuando querás. ¿Confirmás?`,
      usted: (v: { whose: string; card: string }) =>
        `Autoriza que cada factura, ${v.whose}, se cobre completa a su ${v.card} el día que vence. Le aviso de cada cobro. Lo desactiva aquí cuando quiera. ¿Confirma?`,
    }),
    askOff: forms({
      tu: (v: { whose: string }) => `Desactivo el pago automático, ${v.whose}. Las próximas facturas las pagas tú. ¿Confirmas?`,
      vos: (v: { whose: string }) => `Desactivo el pago automático, ${v.whose}. Las próximas facturas las pagás vos. ¿Confirmás?`,
      usted: (v: { whose: string }) => `Desactivo el pago automático, ${v.whose}. Las próximas facturas las paga usted. ¿Confirma?`,
    }),
    yesOn: 'Sí, activar',
    yesOff: 'Sí, desactivar',
    otherCard: 'Otra tarjeta',
    doneOn: (v: { reference: string }) => `Listo: el pago automático quedó activo. Hoy no se cobró nada. Referencia ${v.reference}.`,
    doneOff: (v: { reference: string }) => `Listo: el pago automático quedó apagado. No se cobró nada. Referencia ${v.reference}.`,
    unknown: (v: { reference: string; when: string }) =>
      `Todavía no sé si quedó el cambio del pago automático. No se cobró nada. El resultado llega aquí, a más tardar a ${v.when}. Referencia ${v.reference}.`,
    refused: 'No se hizo el cambio del pago automático. No se cobró nada.',
    stuck: (v: { reference: string }) =>
      `Sigo sin saber si quedó el cambio del pago automático. No se cobró nada. Una persona ya lo ve: ${v.reference}.`,
    charged: (v: { amount: string; last: string; reference: string }) =>
      `El pago automático cobró ${v.amount}, cuenta terminada en ${v.last}. Factura pagada. Comprobante ${v.reference}.`,
    failed: (v: { amount: string; last: string }) =>
      `El pago automático no pudo cobrar ${v.amount}, cuenta terminada en ${v.last}. El banco no aprobó la tarjeta. No se cobró nada y la factura sigue pendiente.`,
    pay: 'Pagar factura',
    cards: 'Mis tarjetas',
    again: 'Intentar otra vez',
    person: 'Hablar con alguien',
  },
  {
    title: 'automatic payment',
    button: 'Automatic payment',
    noBills: 'This line is prepaid: it has no bills.',
    off: (v) => `Automatic payment is off, ${v.whose}. Shall we turn it on?`,
    on: (v) => `Automatic payment is on, ${v.whose}, with the ${v.card}. What shall we do?`,
    onPaid: (v) => `Automatic payment is on, ${v.whose}, with the ${v.card}. Last charge: ${v.day}. What shall we do?`,
    onFailed: (v) => `Automatic payment is on, ${v.whose}, with the ${v.card}, but the last charge, ${v.day}, did not pass. What shall we do?`,
    onExpired: (v) => `Automatic payment is on, ${v.whose}, but the ${v.card} has expired and cannot be charged. What shall we do?`,
    onUnknown: (v) => `Automatic payment is on, ${v.whose}, with a card that is not there any more. What shall we do?`,
    turnOn: 'Turn on',
    turnOff: 'Turn off',
    change: 'Change card',
    leave: 'Leave it',
    needsCard: 'Automatic payment needs a saved card that is still good. It is saved on the safe page.',
    needsOther: 'To change it, another saved card is needed that is still good. It is saved on the safe page.',
    keepCard: 'Save a card',
    whichCard: 'With which card?',
    askOn: (v) =>
      `You allow each bill, ${v.whose}, to be charged whole to your ${v.card} on the day it is due. I tell you of each charge. You turn it off here whenever you like. Do you confirm?`,
    askOff: (v) => `I turn automatic payment off, ${v.whose}. You pay the next bills yourself. Do you confirm?`,
    yesOn: 'Yes, turn on',
    yesOff: 'Yes, turn off',
    otherCard: 'Another card',
    doneOn: (v) => `Done: automatic payment is on. Nothing was charged today. Reference ${v.reference}.`,
    doneOff: (v) => `Done: automatic payment is off. Nothing was charged. Reference ${v.reference}.`,
    unknown: (v) =>
      `I do not know yet whether automatic payment was changed. Nothing was charged. The end comes here, by ${v.when} at the latest. Reference ${v.reference}.`,
    refused: 'Automatic payment was not changed. Nothing was charged.',
    stuck: (v) => `I still do not know whether automatic payment was changed. Nothing was charged. A person is looking at it: ${v.reference}.`,
    charged: (v) => `Automatic payment charged ${v.amount}, account ending in ${v.last}. Bill paid. Receipt ${v.reference}.`,
    failed: (v) =>
      `Automatic payment could not charge ${v.amount}, account ending in ${v.last}. The bank did not approve the card. Nothing was charged and the bill is still open.`,
    pay: 'Pay my bill',
    cards: 'My cards',
    again: 'Try again',
    person: 'Talk to someone',
  },
);

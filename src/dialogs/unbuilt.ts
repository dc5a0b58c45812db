import { catalog } from '../domain/texts';

/** Buttons of what customers ask for and this release does not do yet, by skill: so that it can be named, and honestly refused. */
export const unbuiltButtons = catalog(
  {
    'top-up': 'Recargar',
    'buy-pack': 'Comprar paquete',
    loans: 'Adelanto de saldo',
    subscriptions: 'Suscripciones',
    'balance-use': 'En qué se fue',
    'find-payment': 'Buscar un pago',
    operations: 'Mis movimientos',
  },
  {
    'top-up': 'Top up',
    'buy-pack': 'Buy a pack',
    loans: 'Airtime advance',
    subscriptions: 'Subscriptions',
    'balance-use': 'Where it went',
    'find-payment': 'Find a payment',
    operations: 'My transactions',
  },
);

import { homeBill, quetzal } from './guatemala-company';
import type { Persona } from './types';

const ana: Persona = {
  id: 'P03',
  name: 'Ana Lucía Morales Estrada',
  age: 41,
  city: 'Mixco',
  email: 'ana.morales@correo.example',
  documents: [
    ['DPI', '2083 77158 0108'],
    ['NIT', '2083771-2'],
  ],
  story: {
    es: 'Ana Lucía: pospago y hogar. Sus dos facturas subieron y su tarjeta venció.',
    en: 'Ana Lucía: postpaid and home. Both bills rose and her card expired.',
  },
  lines: [
    {
      number: '5555-0104',
      plan: 'pospago199',
      since: { day: -1100 },
      renews: { day: 12 },
      account: '70041183',
      roaming: true,
      quotas: [
        { kind: 'data', name: 'Datos del plan', unit: 'GB', left: 14.6, of: 20, until: { day: 12 } },
        { kind: 'voice', name: 'Minutos a otras redes', unit: 'min', left: 318, of: 500, until: { day: 12 } },
        { kind: 'social', name: 'WhatsApp, Facebook e Instagram', until: { day: 12 } },
      ],
      subscriptions: [
        { offer: 'A2', renews: { day: 10 }, paidFrom: 'bill' },
        { offer: 'A7', renews: { day: 12 }, paidFrom: 'bill' },
      ],
      bills: [
        {
          period: 'M-1',
          due: { day: -21 },
          state: 'settled',
          paid: { at: { day: -15, time: '11:20' }, place: 'tienda' },
          lines: [
            ['Plan Pospago 199', '199.00'],
            ['Seguro de equipo', '25.00'],
          ],
        },
        {
          period: 'M',
          due: { day: 9 },
          state: 'new',
          partPercent: 50,
          lines: [
            ['Plan Pospago 199', '199.00'],
            ['Seguro de equipo', '25.00'],
            ['Roaming Centroamérica, 3 días (compra del día 2)', '75.00'],
            ['Video+ mensual (terminó el mes gratis)', '45.00'],
            ['Llamadas internacionales fuera del plan: 9 min × Q1.85', '16.65'],
            ['Cargo por pago tardío del mes anterior (6 días)', '15.00'],
            ['Compensación por falla del día 3', '-8.30'],
          ],
        },
      ],
    },
  ],
  homes: [
    {
      contract: '10002040',
      plan: 'hogar200',
      since: { day: -190 },
      phoneOnFile: '5555-0104',
      bills: [
        {
          period: 'M-1',
          due: { day: -24 },
          state: 'settled',
          lines: [
            ['Internet 100 Mbps + TV', '379.00'],
            ['Descuento promocional (6 de 6)', '-80.00'],
            ['Decodificador adicional', '35.00'],
          ],
        },
        {
          period: 'M',
          due: { day: 6 },
          state: 'new',
          lines: [
            ['Internet 100 Mbps + TV', '379.00'],
            ['Decodificador adicional', '35.00'],
            ['Aumento a 200 Mbps: 12 de 30 días × Q60.00', '24.00'],
          ],
        },
      ],
    },
  ],
  cards: [{ brand: 'Mastercard', last4: '5454', expires: { day: -25 }, autopay: 'failed' }],
};

const rosa: Persona = {
  id: 'P05',
  name: 'Rosa Elvira Xol',
  age: 63,
  city: 'Cobán',
  email: 'rosa.xol@correo.example',
  documents: [
    ['DPI', '1773 09466 1601'],
    ['NIT', '1773094-5'],
  ],
  story: {
    es: 'Rosa: sin internet en casa, hay una falla en su zona. Lee despacio.',
    en: 'Rosa: no internet at home, there is an outage in her area. She reads slowly.',
  },
  largeText: true,
  lines: [{ number: '5555-0108', plan: 'diario', since: { day: -2500 }, balance: { amount: '9.25', until: { day: 15 } } }],
  homes: [
    {
      contract: '10003311',
      plan: 'hogar60',
      since: { day: -800 },
      phoneOnFile: '5555-0108',
      bills: [homeBill('M-1', -20, 'settled'), homeBill('M', 10, 'new')],
    },
  ],
};

const hector: Persona = {
  id: 'P06',
  name: 'Héctor Rolando Mejía',
  age: 38,
  city: 'Escuintla',
  email: 'hector.mejia@correo.example',
  documents: [
    ['DPI', '1822 55603 0501'],
    ['NIT', '1822556-K'],
  ],
  story: {
    es: 'Héctor: línea suspendida, aunque ya pagó ayer en un banco.',
    en: 'Héctor: his line is suspended, although he paid at a bank yesterday.',
  },
  lines: [
    {
      number: '5555-0109',
      plan: 'pospago149',
      status: 'suspended',
      statusReason: 'Falta de pago: solo recibe llamadas',
      since: { day: -1500 },
      renews: { day: 7 },
      account: '70055620',
      quotas: [{ kind: 'data', name: 'Datos del plan', unit: 'GB', left: 10, of: 10, until: { day: 7 } }],
      movements: [{ at: { day: -1, time: '17:42' }, what: 'Pago en banco', amount: '308.00', state: 'charged-not-applied', ref: 'BI-884201' }],
      bills: [
        { period: 'M-2', due: { day: -51 }, state: 'overdue', lines: [['Plan Pospago 149', '149.00']] },
        {
          period: 'M-1',
          due: { day: -21 },
          state: 'overdue',
          lines: [
            ['Plan Pospago 149', '149.00'],
            ['Cargo por pago tardío', '10.00'],
          ],
        },
      ],
    },
  ],
};

/** The personas of Guatemala who get bills. */
export const guatemalaBilled: readonly Persona[] = [ana, rosa, hector, quetzal];

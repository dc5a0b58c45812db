import type { CountrySeed } from './types';

export const colombia: CountrySeed = {
  country: 'CO',
  plans: {
    plan40: {
      name: 'Plan 40 GB',
      kind: 'postpaid',
      price: { amount: '64900', every: 'month' },
      includes: ['40 GB', 'Minutos ilimitados', 'WhatsApp, Facebook e Instagram', 'Se cobra por mes anticipado'],
    },
    hogar300: {
      name: 'Internet 300 + TV',
      kind: 'home',
      price: { amount: '109900', every: 'month' },
      includes: ['300 Mbps', 'TV', 'Estrato 4'],
    },
  },
  personas: [
    {
      id: 'P09',
      name: 'Luz Adriana Restrepo Gómez',
      age: 36,
      city: 'Medellín',
      email: 'luz.restrepo@correo.example',
      documents: [['CC', '43871205']],
      story: {
        es: 'Luz Adriana: paga por anticipado y tiene una PQR abierta.',
        en: 'Luz Adriana: pays in advance and has an open formal complaint.',
      },
      lines: [
        {
          number: '300 000 0101',
          plan: 'plan40',
          since: { day: -640 },
          renews: { day: 16 },
          account: '55018801',
          quotas: [{ kind: 'data', name: 'Datos del plan', unit: 'GB', left: 22, of: 40, until: { day: 16 } }],
          subscriptions: [{ offer: 'A1', renews: { day: 16 }, paidFrom: 'bill' }],
          bills: [
            { period: 'M-1', due: { day: -22 }, state: 'settled', lines: [['Plan 20 GB (mes anticipado)', '49900']] },
            {
              period: 'M',
              due: { day: 8 },
              state: 'new',
              lines: [
                ['Plan 40 GB (mes anticipado)', '64900'],
                ['Diferencia por cambio de plan: 10 de 30 días × $15.000', '5000'],
                ['Música mensual', '16900'],
              ],
            },
          ],
        },
      ],
      homes: [
        {
          contract: '55018822',
          plan: 'hogar300',
          since: { day: -640 },
          phoneOnFile: '300 000 0101',
          bills: [
            { period: 'M-1', due: { day: -18 }, state: 'settled', lines: [['Internet 300 + TV', '104900']] },
            {
              period: 'M',
              due: { day: 12 },
              state: 'new',
              disputed: { 'Internet 300 + TV': '5000' },
              lines: [
                ['Internet 300 + TV', '109900'],
                ['Compensación: 31 h sin servicio', '-4732'],
              ],
            },
          ],
        },
      ],
    },
  ],
};

export const bolivia: CountrySeed = {
  country: 'BO',
  plans: { prepago: { name: 'Prepago', kind: 'prepaid', includes: ['Llamadas a Bs 0,90 el minuto', 'Paquetes desde Bs 2,00'] } },
  personas: [
    {
      id: 'P10',
      name: 'Wilson Mamani Quispe',
      age: 24,
      city: 'El Alto',
      email: 'wilson.mamani@correo.example',
      documents: [['CI', '4823915-1A LP']],
      story: {
        es: 'Wilson: sin saldo y con un préstamo que se cobra cada mañana.',
        en: 'Wilson: no balance, and a loan that is collected every morning.',
      },
      lines: [
        {
          number: '7000 0101',
          plan: 'prepago',
          since: { day: -420 },
          balance: { amount: '0.00', until: { day: 40 } },
          quotas: [{ kind: 'data', name: 'Datos', unit: 'MB', left: 120, of: 500, until: { day: 0 } }],
          loan: { limit: '20.00', debt: { principal: '10.00', fee: '2.00', due: { day: -13 } } },
        },
      ],
    },
  ],
};

/** The lines of one family share its data; the plan's price is on the owner's bill. */
export const paraguay: CountrySeed = {
  country: 'PY',
  plans: {
    familia: {
      name: 'Plan Familia 3 líneas, 60 GB',
      kind: 'postpaid',
      price: { amount: '289000', every: 'month' },
      includes: ['60 GB para compartir', '3 líneas', 'Minutos ilimitados entre las líneas'],
    },
    miembro: { name: 'Plan Familia 3 líneas, 60 GB', kind: 'postpaid', includes: ['Datos compartidos del plan familiar'] },
  },
  personas: [
    {
      id: 'P11',
      name: 'Liz Noemí Benítez Acosta',
      age: 39,
      city: 'San Lorenzo',
      email: 'liz.benitez@correo.example',
      documents: [
        ['CI', '4218907'],
        ['RUC', '4218907-1'],
      ],
      story: {
        es: 'Liz: un plan familiar compartido, casi agotado.',
        en: 'Liz: a shared family plan, almost used up.',
      },
      lines: [
        {
          number: '0981 000 101',
          plan: 'familia',
          since: { day: -380 },
          renews: { day: 11 },
          account: '8810234',
          quotas: [{ kind: 'data', name: 'Datos de la familia', unit: 'GB', left: 2, of: 60, until: { day: 11 }, shared: true }],
          bills: [
            {
              period: 'M-1',
              due: { day: -25 },
              state: 'settled',
              paid: { at: { day: -21, time: '09:45' }, place: 'banco' },
              lines: [['Plan Familia 3 líneas, 60 GB', '289000']],
            },
            {
              period: 'M',
              due: { day: 5 },
              state: 'new',
              lines: [
                ['Plan Familia 3 líneas, 60 GB', '289000'],
                ['Packs contra factura: 2 × Gs. 15.000 (línea 0981 000 103)', '30000'],
                ['Minutos internacionales excedentes', '12500'],
                ['Interés por mora (2 %)', '5780'],
              ],
            },
          ],
        },
        {
          number: '0981 000 102',
          label: 'Segunda línea',
          plan: 'miembro',
          since: { day: -380 },
          renews: { day: 11 },
          quotas: [{ kind: 'data', name: 'Datos de la familia', unit: 'GB', left: 2, of: 60, until: { day: 11 }, shared: true }],
        },
        {
          number: '0981 000 103',
          label: 'Tercera línea',
          plan: 'miembro',
          since: { day: -380 },
          renews: { day: 11 },
          quotas: [{ kind: 'data', name: 'Datos de la familia (tope de 30 GB)', unit: 'GB', left: 2, of: 30, until: { day: 11 }, shared: true }],
        },
      ],
    },
  ],
};

import type { CountrySeed } from './types';

export const honduras: CountrySeed = {
  country: 'HN',
  plans: {
    prepago: { name: 'Prepago', kind: 'prepaid', includes: ['Llamadas a L 2.50 el minuto', 'Superrecargas desde L 12.00'] },
    hogar60: {
      name: 'Internet 60 Mbps',
      kind: 'home',
      price: { amount: '793.85', every: 'month' },
      includes: ['60 Mbps', 'Precio de lista US$29.90', 'Wi-Fi incluido'],
    },
  },
  personas: [
    {
      id: 'P07',
      name: 'Karla Patricia Zelaya Bonilla',
      age: 30,
      city: 'Tegucigalpa',
      email: 'karla.zelaya@correo.example',
      documents: [['DNI', '0801-1995-04417']],
      story: {
        es: 'Karla: se cambió de casa y su factura en dólares subió.',
        en: 'Karla: she moved house, and her bill in dollars rose.',
      },
      lines: [
        {
          number: '9999-0101',
          plan: 'prepago',
          since: { day: -500 },
          balance: { amount: '12.00', until: { day: 9 } },
          quotas: [
            { kind: 'data', name: 'Superrecarga 1 día', unit: 'GB', left: 0.9, of: 1.2, until: { day: 0 } },
            { kind: 'voice', name: 'Minutos', unit: 'min', left: 22, of: 30, until: { day: 0 } },
            { kind: 'sms', name: 'Mensajes', unit: 'SMS', left: 30, of: 30, until: { day: 0 } },
            { kind: 'social', name: 'WhatsApp para chatear', until: { day: 0 } },
          ],
        },
      ],
      homes: [
        {
          contract: '300418',
          plan: 'hogar60',
          since: { day: -420 },
          phoneOnFile: '9999-0101',
          bills: [
            {
              period: 'M-1',
              due: { day: -19 },
              state: 'settled',
              lines: [
                ['Internet 60 Mbps: US$29.90 × L 26.2000', '783.38'],
                ['ISV 15 % del servicio', '117.51'],
              ],
            },
            {
              period: 'M',
              due: { day: 11 },
              state: 'new',
              lines: [
                ['Internet 60 Mbps: US$29.90 × L 26.5500', '793.85'],
                ['ISV 15 % del servicio', '119.08'],
                ['Traslado a otra dirección', '250.00'],
                ['ISV 15 % del traslado', '37.50'],
              ],
            },
          ],
        },
      ],
    },
  ],
};

export const elSalvador: CountrySeed = {
  country: 'SV',
  plans: {
    plan20: {
      name: 'Plan 20 GB',
      kind: 'postpaid',
      price: { amount: '22.00', every: 'month' },
      includes: ['20 GB', 'Minutos ilimitados a la misma red', 'WhatsApp, Facebook e Instagram'],
    },
  },
  personas: [
    {
      id: 'P08',
      name: 'Óscar Mauricio Rivas Cerén',
      age: 45,
      city: 'Santa Ana',
      email: 'oscar.rivas@correo.example',
      documents: [['DUI', '04417263-7']],
      story: {
        es: 'Óscar: cambió su número de cuenta y se perdió el pago automático.',
        en: 'Óscar: his account number changed and the automatic payment was lost.',
      },
      lines: [
        {
          number: '7070-0101',
          plan: 'plan20',
          since: { day: -800 },
          renews: { day: 13 },
          account: '4410023971',
          formerAccount: '20881734',
          quotas: [
            { kind: 'data', name: 'Datos del plan', unit: 'GB', left: 8.2, of: 20, until: { day: 13 } },
            { kind: 'data', name: 'Paquete adicional', unit: 'GB', left: 3.1, of: 5, until: { day: 4 } },
          ],
          bills: [
            {
              period: 'M-1',
              due: { day: -33 },
              state: 'settled',
              paid: { at: { day: -34, time: '06:00' }, place: 'pago automático' },
              lines: [
                ['Plan 20 GB', '22.00'],
                ['IVA 13 %', '2.86'],
                ['CESC 5 %', '1.10'],
              ],
            },
            {
              period: 'M',
              due: { day: -3 },
              state: 'overdue',
              lines: [
                ['Plan 20 GB', '22.00'],
                ['Paquete adicional 5 GB', '4.00'],
                ['IVA 13 %', '3.38'],
                ['CESC 5 %', '1.30'],
              ],
            },
          ],
        },
      ],
    },
  ],
};

/** A country that has one prepaid customer and no catalogue yet. */
function small(
  country: 'NI' | 'CR' | 'PA',
  rate: string,
  persona: { id: string; name: string; document: readonly [string, string]; number: string; amount: string },
): CountrySeed {
  const first = persona.name.split(' ')[0] ?? persona.name;
  return {
    country,
    plans: { prepago: { name: 'Prepago', kind: 'prepaid', includes: [`Llamadas a ${rate} el minuto`, 'Datos por uso'] } },
    personas: [
      {
        id: persona.id,
        name: persona.name,
        documents: [persona.document],
        story: { es: `${first}: prepago, con saldo y datos.`, en: `${first}: prepaid, with balance and data.` },
        lines: [
          {
            number: persona.number,
            plan: 'prepago',
            since: { day: -300 },
            balance: { amount: persona.amount, until: { day: 20 } },
            quotas: [{ kind: 'data', name: 'Datos', unit: 'GB', left: 1.5, of: 2, until: { day: 4 } }],
          },
        ],
      },
    ],
  };
}

export const nicaragua = small('NI', 'C$4.00', {
  id: 'P13',
  name: 'Marvin José Téllez Ruiz',
  document: ['Cédula', '001-140390-0012R'],
  number: '8888-0101',
  amount: '45.00',
});
export const costaRica = small('CR', '₡40', {
  id: 'P14',
  name: 'Silvia Vargas Quesada',
  document: ['Cédula', '3-0455-0175'],
  number: '8888-0101',
  amount: '1250.00',
});
export const panama = small('PA', 'B/.0.20', {
  id: 'P15',
  name: 'Itzel Batista Caballero',
  document: ['Cédula', '8-845-1203'],
  number: '6000-0101',
  amount: '4.75',
});

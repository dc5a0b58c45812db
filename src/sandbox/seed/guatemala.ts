import type { CountrySeed, Persona, Plan } from './types';
import { guatemalaBilled } from './guatemala-billed';
import { guatemalaProbes } from './guatemala-probes';

const plans: Readonly<Record<string, Plan>> = {
  diario: {
    name: 'Prepago Diario',
    kind: 'prepaid',
    includes: ['Llamadas a Q0.99 el minuto', 'SMS a Q0.50', 'Paquetes desde Q4.00', 'Saldo promocional en tus recargas'],
  },
  pospago149: plan('Plan Pospago 149', '149.00', ['10 GB', '300 minutos a otras redes', 'WhatsApp para chatear']),
  pospago199: plan('Plan Pospago 199', '199.00', [
    '20 GB',
    'Minutos ilimitados a la misma red',
    '500 minutos a otras redes',
    'WhatsApp, Facebook e Instagram',
  ]),
  pospago299: plan('Plan Pospago 299', '299.00', ['40 GB', 'Minutos ilimitados', 'WhatsApp, Facebook e Instagram', '2 GB de roaming regional']),
  empresas: plan('Plan Empresas 15 GB', '225.00', [
    '15 GB',
    'Minutos ilimitados entre líneas de la empresa',
    'Compras sujetas a autorización de la empresa',
  ]),
  hogar60: home('Internet 60 Mbps', '249.00', ['60 Mbps', 'Wi-Fi incluido']),
  hogar100: home('Internet 100 Mbps + TV', '379.00', ['100 Mbps', 'TV básica', 'Wi-Fi incluido']),
  hogar200: home('Internet 200 Mbps + TV', '439.00', ['200 Mbps', 'TV básica', 'Wi-Fi incluido']),
};

function plan(name: string, amount: string, includes: readonly string[]): Plan {
  return { name, kind: 'postpaid', price: { amount, every: 'month' }, includes };
}

function home(name: string, amount: string, includes: readonly string[]): Plan {
  return { name, kind: 'home', price: { amount, every: 'month' }, includes };
}

const maria: Persona = {
  id: 'P01',
  name: 'María Fernanda López Ajú',
  age: 34,
  city: 'Guatemala',
  email: 'maria.lopez@correo.example',
  documents: [
    ['DPI', '2451 80370 0101'],
    ['NIT', '2451803-4'],
  ],
  story: {
    es: 'María: todo en orden. Saldo, paquete activo y tres líneas en la familia.',
    en: 'María: everything in order. Balance, an active pack and three lines in the family.',
  },
  lines: [
    {
      number: '5555-0101',
      plan: 'diario',
      since: { day: -1460 },
      balance: { amount: '37.50', until: { day: 21 } },
      bonuses: [{ amount: '5.00', name: 'Saldo promocional', only: 'Solo llamadas a números de la misma red', until: { day: 3 } }],
      quotas: [
        { kind: 'data', name: 'Datos', unit: 'GB', left: 1.2, of: 3, until: { day: 2 } },
        { kind: 'voice', name: 'Minutos a todas las redes', unit: 'min', left: 45, of: 60, until: { day: 2 } },
        { kind: 'sms', name: 'Mensajes', unit: 'SMS', left: 20, of: 30, until: { day: 2 } },
        { kind: 'social', name: 'WhatsApp para chatear', until: { day: 2 } },
      ],
      subscriptions: [
        { offer: 'A1', renews: { day: 9 }, paidFrom: 'balance' },
        { offer: 'A6', renews: { day: 1, time: '00:00' }, paidFrom: 'balance' },
      ],
      loan: { limit: '20.00' },
      movements: [
        { at: { day: -1, time: '18:10' }, what: 'Recarga', amount: '20.00' },
        { at: { day: -1, time: '18:12' }, what: 'Paquete Todo en uno 3 días', amount: '-20.00' },
        { at: { day: -4, time: '09:31' }, what: 'Recarga a 5555-0102', amount: '-10.00' },
      ],
    },
    {
      number: '5555-0102',
      label: 'Mamá',
      plan: 'diario',
      statusReason: 'Queda inactiva si no recarga',
      since: { day: -2190 },
      balance: { amount: '0.40', until: { day: 12 } },
    },
    {
      number: '5555-0111',
      label: 'Kevin',
      plan: 'diario',
      since: { day: -400 },
      minor: true,
      balance: { amount: '6.00', until: { day: 18 } },
    },
  ],
  wallet: '120.00',
  cards: [{ brand: 'Visa', last4: '4242', expires: { day: 1095 } }],
};

const carlos: Persona = {
  id: 'P02',
  name: 'Carlos Enrique Tzoc Batz',
  age: 27,
  city: 'Quetzaltenango',
  email: 'carlos.tzoc@correo.example',
  documents: [
    ['DPI', '1990 44120 0901'],
    ['NIT', '1990441-K'],
  ],
  story: {
    es: 'Carlos: debe un préstamo. Casi sin saldo y sin paquetes.',
    en: 'Carlos: owes a loan. Almost no balance, no packs.',
  },
  lines: [
    {
      number: '5555-0103',
      plan: 'diario',
      since: { day: -730 },
      balance: { amount: '0.85', until: { day: 6 } },
      loan: { limit: '20.00', debt: { principal: '10.00', fee: '2.00', due: { day: -6 } } },
      movements: [
        { at: { day: -1, time: '17:58' }, what: 'Recarga', amount: '20.00', state: 'failed' },
        { at: { day: -1, time: '18:05' }, what: 'Recarga en tienda', amount: '10.00', state: 'charged-not-applied', ref: 'PV-55120' },
      ],
    },
  ],
};

const jose: Persona = {
  id: 'P04',
  name: 'José Antonio Pérez Chub',
  age: 52,
  city: 'Villa Nueva',
  email: 'jose.perez@correo.example',
  documents: [
    ['DPI', '2661 40289 0115'],
    ['NIT', '2661402-2'],
  ],
  story: {
    es: 'José Antonio: cambió su chip hace 20 horas.',
    en: 'José Antonio: changed his SIM 20 hours ago.',
  },
  lines: [
    {
      number: '5555-0105',
      plan: 'diario',
      since: { day: -3000 },
      simChanged: { hours: -20 },
      balance: { amount: '85.00', until: { day: 55 } },
      loan: { limit: '50.00' },
    },
    {
      number: '5555-0106',
      plan: 'diario',
      since: { day: -900 },
      simChanged: { hours: -80 },
      balance: { amount: '12.00', until: { day: 20 } },
    },
    { number: '5555-0107', plan: 'diario', since: { day: -900 }, simChanged: 'unknown', balance: { amount: '12.00', until: { day: 20 } } },
  ],
  wallet: '640.00',
};

export const guatemala: CountrySeed = { country: 'GT', plans, personas: [maria, carlos, jose, ...guatemalaBilled, ...guatemalaProbes] };

/**
 * Whole conversations, turn by turn, and how each must be counted, topic by topic: `balances proved`. Lines that begin with `…` wait for words of the bot;
 * `{code 5555-0101}` is what the phone of that line shows.
 */
export interface Labelled {
  readonly name: string;
  readonly said: readonly string[];
  readonly ends: readonly string[];
}

const signIn = (line: string, sees: string): readonly string[] => [line, '…Te mando un código', `{code ${line}}`, `…${sees}`];
const CLEAR = 'cómo leo las partes de mi factura';
const ARTICLE = ['tengo una duda', '…Sobre qué', CLEAR, '…Te sirvió'] as const;

export const LABELLED: readonly Labelled[] = [
  // Nothing was wanted.
  { name: 'only says hello', said: ['hola'], ends: ['none unengaged'] },
  { name: 'only wishes a good night', said: ['buenas noches'], ends: ['none unengaged'] },
  { name: 'only thanks', said: ['gracias'], ends: ['none unengaged'] },
  { name: 'only looks at the menu', said: ['menu'], ends: ['none unengaged'] },
  { name: 'says hello and goodbye', said: ['hola', 'adiós'], ends: ['none unengaged'] },
  // Not understood.
  { name: 'is not understood', said: ['xylofono zzz'], ends: ['none abandoned'] },
  { name: 'is asked back, and goes', said: ['se me fue la luz del modem', '…No me quedó claro'], ends: ['none abandoned'] },
  { name: 'is not understood three times', said: ['xylofono zzz', 'kkk wwww', 'qqqq rrrr', '…una persona'], ends: ['agent abandoned'] },
  { name: 'is not understood, and then is', said: ['xylofono zzz', 'saldo', ...signIn('5555-0101', 'Saldo:')], ends: ['balances proved'] },
  // Left on the way.
  { name: 'leaves at the number', said: ['saldo'], ends: ['balances abandoned'] },
  { name: 'says hello, and leaves at the number', said: ['hola', 'saldo'], ends: ['balances abandoned'] },
  { name: 'leaves at the code', said: ['saldo', '5555-0109'], ends: ['balances abandoned'] },
  { name: 'changes their mind', said: ['saldo', 'cancelar'], ends: ['balances abandoned'] },
  { name: 'leaves a top-up at the number', said: ['recarga 20'], ends: ['top-up abandoned'] },
  { name: 'leaves a report of a fault at the contract', said: ['no tengo internet en mi casa'], ends: ['no-service abandoned'] },
  { name: 'leaves at the block of a line', said: ['bloquear mi linea'], ends: ['block-line abandoned'] },
  { name: 'reports a theft, and leaves', said: ['me robaron el celular'], ends: ['block-line abandoned'] },
  { name: 'asks for a store, and does not say where', said: ['donde hay una tienda'], ends: ['stores abandoned'] },
  { name: 'starts a question, and asks nothing', said: ['tengo una duda'], ends: ['faq abandoned'] },
  { name: 'words of crisis, and no answer', said: ['ya no quiero vivir'], ends: ['none abandoned'] },
  // Reads.
  { name: 'is shown a balance', said: ['saldo', ...signIn('5555-0102', 'Saldo:')], ends: ['balances proved'] },
  {
    name: 'is shown a balance in English',
    said: ['how much balance do i have', '5555-0103', '…sending a code', '{code 5555-0103}', '…Balance'],
    ends: ['balances proved'],
  },
  { name: 'is shown what is left', said: ['cuanto me queda de datos', ...signIn('5555-0103', 'paquetes activos')], ends: ['quota proved'] },
  { name: 'is shown the plan', said: ['mi plan', ...signIn('5555-0104', 'Plan')], ends: ['plan proved'] },
  {
    name: 'is shown where the balance went',
    said: ['en que se me fue el saldo', ...signIn('5555-0101', 'reconozcas')],
    ends: ['balance-use proved'],
  },
  { name: 'is told a store', said: ['donde hay una tienda en mixco', '…Mixco'], ends: ['stores proved'] },
  { name: 'is told that there are no cases', said: ['mis casos', '…No veo casos'], ends: ['cases abandoned'] },
  {
    name: 'is shown a bill',
    said: ['cuanto debo de factura', '…celular', 'De mi celular', ...signIn('5555-0104', 'Q367.35')],
    ends: ['invoices proved'],
  },
  {
    name: 'is shown two things',
    said: ['saldo', ...signIn('5555-0105', 'Saldo:'), 'mi plan', '…Plan'],
    ends: ['balances proved', 'plan proved'],
  },
  // Money.
  { name: 'tops up', said: ['recarga 20', ...signIn('5555-0101', 'Confirmas'), 'sí', '…Listo'], ends: ['top-up proved'] },
  { name: 'corrects a top-up, and tops up', said: ['recarga 20', ...signIn('5555-0101', 'Confirmas'), 'mejor 25', '…Q25.00', 'sí', '…Listo'], ends: ['top-up proved'] }, // prettier-ignore
  { name: 'says no at the consent', said: ['recarga 20', ...signIn('5555-0102', 'Confirmas'), 'no'], ends: ['top-up abandoned'] },
  { name: 'leaves at the consent', said: ['recarga 20', ...signIn('5555-0102', 'Confirmas')], ends: ['top-up abandoned'] },
  { name: 'is refused a loan', said: ['quiero un adelanto de saldo', ...signIn('5555-0103', 'adelanto')], ends: ['loans abandoned'] },
  {
    name: 'is sent a link to pay, and does not pay',
    said: ['quiero pagar mi factura', '…celular', 'De mi celular', ...signIn('5555-0104', 'Te mando el enlace'), 'sí', '…enlace de pago'],
    ends: ['pay-invoice abandoned'],
  },
  // People.
  { name: 'asks for a person, and leaves before saying why', said: ['quiero hablar con una persona'], ends: ['agent abandoned'] },
  { name: 'asks for a person, and changes their mind', said: ['quiero hablar con una persona', 'cancelar'], ends: ['agent abandoned'] },
  { name: 'asks for a person', said: ['quiero hablar con una persona', 'se me pierde el saldo todas las noches'], ends: ['agent escalated'] },
  {
    name: 'asks for a person in the middle',
    said: ['saldo', 'quiero hablar con una persona', 'nunca me llega el código a mi teléfono'],
    ends: ['balances escalated'],
  },
  { name: 'is extorted', said: ['me están extorsionando'], ends: ['agent escalated'] },
  {
    name: 'is shown a balance, and wants a person',
    said: ['saldo', ...signIn('5555-0105', 'Saldo:'), 'quiero hablar con una persona', '…en una frase', 'me cobraron de más ayer en la noche'],
    ends: ['balances escalated'],
  },
  // Articles.
  { name: 'reads an article and goes', said: ARTICLE, ends: ['faq assumed'] },
  { name: 'asks straight away, reads and goes', said: [CLEAR, '…Te sirvió'], ends: ['faq assumed'] },
  { name: 'was helped by an article', said: [...ARTICLE, 'sí'], ends: ['faq confirmed'] },
  { name: 'was not, and wants no case', said: [...ARTICLE, 'no', '…caso', 'no'], ends: ['faq abandoned'] },
  {
    name: 'was not, and opens a case',
    said: [...ARTICLE, 'no', '…caso', 'sí', 'mi factura subió sin razón este mes', 'no', 'no'],
    ends: ['faq ticket'],
  },
  {
    name: 'was helped, opens a case about something else, and wants a person for it',
    said: [
      ...ARTICLE,
      'sí',
      '…Me alegra',
      'abrir un caso: mi recarga de Q10 de ayer en la tienda no entró, comprobante PV-55120',
      '…aso',
      'quiero hablar con una persona',
    ],
    ends: ['faq confirmed', 'find-payment escalated'],
  },
  {
    name: 'was helped, and then wants something else',
    said: [...ARTICLE, 'sí', 'saldo', ...signIn('5555-0102', 'Saldo:')],
    ends: ['faq confirmed', 'balances proved'],
  },
];

import { skill } from '../../src/dialogs/engine/skill';
import { catalog } from '../../src/domain/texts';
import type { Message } from '../../src/domain/message';
import { testLedger } from '../support/ledger';
import { signedIn } from '../support/signed-in';
import { talk } from '../support/talk';

const texts = catalog({ title: 'la recarga', button: 'Recargar' }, { title: 'topping up', button: 'Top up' });
const topUp = (kind: 'page' | 'card') =>
  skill('top-up', texts)
    .hears({ es: ['recarga'], en: [] })
    .needs('mobile', { level: 2, money: true })
    .confirms('agreed', { words: () => ({ text: '¿Recargo?' }), yes: () => 'Sí, recargar' })
    .does(async ({ agreed, money, say }) => {
      const means = { id: 'm', kind, name: 'Tarjeta' };
      await money.spend(agreed, {
        kind: 'top-up',
        amount: { minor: 2_000, currency: 'GTQ' },
        details: { to: '50255550101', means, channel: 'chat' },
      });
      say('Este es el enlace.');
    });

test.each([
  [
    'page', // the link may not have come: the page was away, or its message was lost
    'Esa operación, R-7K2M9, sigue sin pago confirmado: con un pago en el enlace basta, y te aviso. Si el enlace no te llegó, no se cobró nada: pídelo otra vez.',
  ],
  ['card', 'Esa operación, R-7K2M9, sigue en verificación. No la repitas: te aviso en cuanto sepa.'],
] as const)('who taps "yes" twice and is to pay on a %s is told what is still to be done', async (kind, words) => {
  const ledger = testLedger();
  const chat = talk([topUp(kind)], { ledger });
  chat.state = signedIn('50255550101', chat.now);
  const [shown]: readonly Message[] = await chat.say('recarga');
  const tap = { choice: 'yes', ...(shown?.question !== undefined && { question: shown.question }) };
  ledger.next({ status: 'unknown', until: 0 });
  await chat.say({ tap });
  expect((await chat.say({ tap })).map(({ text }) => text)).toEqual([words]);
  expect(ledger.orders).toHaveLength(1);
});

import { z } from 'zod';
import type { BillDelivery } from '../../../../integrations/bills/port';
import { Billing } from '../../../engine/billing';
import { leave } from '../../../engine/control';
import { skill } from '../../../engine/skill';
import { billed, type InvoicePorts } from '../bill';
import { texts } from './texts';

const Media = z.object({ electronic: z.boolean(), email: z.string() });

/** Bills by e-mail alone, or on paper again: agreed to in words, and done once. */
export const paperless = (ports: Pick<InvoicePorts, 'accounts'> & { readonly billDelivery: BillDelivery }) =>
  skill('invoice-paperless', texts)
    .needs('account', { level: 2 })
    .loads('billing', Billing, billed(ports))
    .loads('media', Media, async ({ billing, t }) => {
      const { electronic, email } = await ports.billDelivery.of(billing.account);
      if (email !== undefined) return { electronic, email };
      return leave({ text: t.noEmail, choices: [{ id: 'go:agent', label: t.person }] });
    })
    .confirms('agreed', {
      words: ({ t, media: { electronic, email }, billing: { whose } }) => ({ text: electronic ? t.off({ email, whose }) : t.on({ email, whose }) }),
      yes: ({ t, media }) => (media.electronic ? t.yesOff : t.yesOn),
      no: ({ t }) => t.keep,
    })
    .does(async ({ t, billing, media, effect, id, say }) => {
      const change = () => ports.billDelivery.setElectronic(id('media'), billing.account, !media.electronic);
      const done = await effect('media', z.enum(['done', 'refused']), change, 'repeat');
      if (done.status === 'unknown') return say({ text: t.unknown, choices: [{ id: 'go:invoice-paperless', label: t.check }] });
      if (done.value === 'refused') return say({ text: t.refused, choices: [{ id: 'go:agent', label: t.person }] });
      return say({ text: media.electronic ? t.doneOff : t.doneOn({ email: media.email }), choices: [{ id: 'go:invoices', label: t.invoice }] });
    });

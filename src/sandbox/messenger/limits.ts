import { z } from 'zod';

const text = (most: number) => z.string().min(1).max(most);
const Payload = text(1_000);
const Button = z.discriminatedUnion('type', [
  z.object({ type: z.literal('postback'), title: text(20), payload: Payload }),
  z.object({ type: z.literal('web_url'), title: text(20), url: z.url({ protocol: /^https?$/ }) }),
  z.object({ type: z.literal('phone_number'), title: text(20), payload: z.string().regex(/^\+\d{5,15}$/) }),
]);
const Buttons = z.array(Button).min(1).max(3);
const Element = z
  .object({ title: text(80), subtitle: text(80).optional(), buttons: Buttons.optional() })
  .refine((each) => Object.keys(each).length > 1);
const Template = z.discriminatedUnion('template_type', [
  z.object({ template_type: z.literal('button'), text: text(640), buttons: Buttons }),
  z.object({ template_type: z.literal('generic'), elements: z.array(Element).min(1).max(10) }),
]);
const Message = z
  .object({
    text: z.string().min(1).max(1_999).optional(),
    attachment: z.object({ type: z.literal('template'), payload: Template }).optional(),
    quick_replies: z
      .array(z.object({ content_type: z.literal('text'), title: text(20), payload: Payload }))
      .min(1)
      .max(13)
      .optional(),
    metadata: z.string().max(999).optional(),
  })
  .refine(({ text: words, attachment }) => (words === undefined) !== (attachment === undefined), 'a text or an attachment');

/** What the Send API takes, with every limit that is documented. */
export const Sending = z.union([
  z.strictObject({ recipient: z.object({ id: z.string() }), sender_action: z.enum(['typing_on', 'typing_off', 'mark_seen']) }),
  z.strictObject({
    recipient: z.object({ id: z.string() }),
    messaging_type: z.enum(['RESPONSE', 'UPDATE', 'MESSAGE_TAG']),
    tag: z.enum(['HUMAN_AGENT']).optional(),
    persona_id: z.string().optional(),
    message: Message,
  }),
]);

const Postback = z.object({ type: z.literal('postback'), title: text(30), payload: Payload });
const Locale = z.object({ locale: z.string().regex(/^(default|[a-z]{2}_[A-Z]{2})$/) });
const byLocale = <S extends z.ZodType<{ locale: string }>>(item: S) =>
  z.array(item).refine((all) => all.some(({ locale }) => locale === 'default'), 'an entry for default is mandatory');
/** The Messenger profile: a persistent menu needs a get-started button. */
export const Profile = z.object({
  get_started: z.object({ payload: Payload }).optional(),
  greeting: byLocale(Locale.extend({ text: text(160) })).optional(),
  ice_breakers: byLocale(Locale.extend({ call_to_actions: z.array(z.object({ question: text(80), payload: Payload })).max(4) })).optional(),
  persistent_menu: byLocale(Locale.extend({ composer_input_disabled: z.boolean(), call_to_actions: z.array(Postback).min(1).max(20) })).optional(),
});

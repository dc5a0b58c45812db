import { z } from 'zod';

const Text = z.string().max(20_000);
const Referral = z.looseObject({
  ref: z.string().max(2_000).optional(),
  source: z.string().max(100).optional(),
  type: z.string().max(100).optional(),
});

const Attached = z.looseObject({
  type: z.string().max(50),
  payload: z
    .looseObject({
      url: z.string().max(4_000).optional(),
      sticker_id: z.number().optional(),
      coordinates: z.looseObject({ lat: z.number(), long: z.number() }).optional(),
    })
    .nullish(),
});

/** One event of a conversation, as far as we read it. Each has one of the optional fields; a kind we do not know has none. */
export const MessagingEvent = z.looseObject({
  sender: z.looseObject({ id: z.string().regex(/^\d{1,40}$/) }),
  recipient: z.looseObject({ id: z.string().regex(/^\d{1,40}$/) }),
  /** Epoch ms. */
  timestamp: z.number().default(0),
  message: z
    .looseObject({
      mid: z.string().min(1).max(300),
      text: Text.optional(),
      quick_reply: z.looseObject({ payload: z.string().max(2_000) }).optional(),
      attachments: z.array(Attached).max(50).optional(),
      is_echo: z.boolean().optional(),
      app_id: z.union([z.number(), z.string()]).nullish(),
    })
    .optional(),
  postback: z
    .looseObject({
      mid: z.string().max(300).optional(),
      title: z.string().max(500).optional(),
      payload: z.string().max(2_000).optional(),
      referral: Referral.optional(),
    })
    .optional(),
  referral: Referral.optional(),
  optin: z.looseObject({ ref: z.string().max(2_000).optional() }).optional(),
  pass_thread_control: z.looseObject({ new_owner_app_id: z.union([z.number(), z.string()]).nullish() }).optional(),
  take_thread_control: z.looseObject({ previous_owner_app_id: z.union([z.number(), z.string()]).nullish() }).optional(),
  request_thread_control: z.looseObject({ requested_owner_app_id: z.union([z.number(), z.string()]).nullish() }).optional(),
});
export type MessagingEvent = z.infer<typeof MessagingEvent>;

/** What was done, without who did it and when: all that is needed where somebody else (Azure) has told those already. */
export const Deed = MessagingEvent.pick({ message: true, postback: true, referral: true, optin: true });
export type Deed = z.infer<typeof Deed>;

/** A delivery: several pages, several customers, and what each of them did. What one of them did that we cannot read must not lose the others'. */
export const Batch = z.looseObject({
  object: z.literal('page'),
  entry: z.array(
    z.looseObject({
      id: z.string().regex(/^\d{1,40}$/),
      messaging: z.array(z.unknown()).optional(),
      /** Of threads that another app holds. */
      standby: z.array(z.unknown()).optional(),
    }),
  ),
});
export type Batch = z.infer<typeof Batch>;

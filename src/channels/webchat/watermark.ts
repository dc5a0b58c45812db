import { refuse } from '../../http/errors';

/** A position in the log, as clients give it back. Empty and absent mean the beginning. @throws Refusal 400 for anything we did not give out */
export function positionOf(watermark: string | null | undefined): number {
  const text = watermark ?? '';
  if (!/^\d{0,15}$/.test(text)) throw refuse(400, 'BadArgument', 'This is no watermark of ours.');
  return Number(text);
}

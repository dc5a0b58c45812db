import type { IncomingMessage } from 'node:http';
import { LANGUAGES, type Language } from '../../domain/texts';

const known = (tag: string | null | undefined): Language | undefined =>
  LANGUAGES.find((language) => tag?.trim().toLowerCase().split('-')[0] === language);

const fromCookie = (header: string | undefined): Language | undefined => known(/(?:^|;\s*)lang=([a-z]{2})/.exec(header ?? '')?.[1]);

/** Accept-Language by weight; what we do not speak is passed over. */
const fromHeader = (header: string | undefined): Language | undefined => {
  const wishes = (header ?? '').split(',').map((part, order) => {
    const [tag = '', ...parameters] = part.split(';');
    const weight = Number(
      parameters
        .find((parameter) => parameter.trim().startsWith('q='))
        ?.trim()
        .slice(2) ?? 1,
    );
    return { language: known(tag), weight: Number.isFinite(weight) ? weight : 0, order };
  });
  return wishes.filter(({ language, weight }) => language && weight > 0).sort((a, b) => b.weight - a.weight || a.order - b.order)[0]?.language;
};

/** The language of the first paint: the address (`?lang=`), then what the customer chose before (cookie `lang`), then the browser's wishes, then Spanish. */
export const languageOf = (req: IncomingMessage): Language =>
  known(new URL(req.url ?? '/', 'http://local').searchParams.get('lang')) ??
  fromCookie(req.headers.cookie) ??
  fromHeader(req.headers['accept-language']) ??
  'es';

import { spokenMoment } from '../../../domain/dates';
import { formatMoney } from '../../../domain/money';
import type { Basics } from '../../engine/known';
import type { Texts } from '../../../domain/texts';
import type { Held } from './held';
import type { texts } from './texts';

/** What was paid, where and when, as its customer would say it. */
export const heldWords = ({ amount, at, place }: Held, { t, now, country, language }: Basics & { readonly t: Texts<typeof texts.es> }): string =>
  t.held({
    ...{ amount: formatMoney(amount, country), when: spokenMoment(at, now, country, language) },
    place: place === '' || language === 'en' ? '' : t.in({ place }),
  });

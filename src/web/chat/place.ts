import type { Speech } from './language.js';
import { part } from './page-data.js';

/** Longest wait for the device to know where it is, ms. */
const LOCATE_MS = 10_000;
/** Good enough to find a store, and no finer: decimals of a degree, about 100 m. */
const DECIMALS = 3;

/** A button that shares where the customer is, shown while the bot asks for a place. Nothing is read before it is pressed. */
export interface PlaceButton {
  /** What kind of answer the bot awaits now. */
  readonly awaits: (kind: unknown) => void;
}

export interface SharedPlace {
  readonly lat: number;
  readonly lon: number;
}

const rounded = (degrees: number): number => Number(degrees.toFixed(DECIMALS));

/** @param share sends the place with words that the customer sees */
export const createPlaceButton = (speech: Speech, share: (text: string, place: SharedPlace) => void): PlaceButton => {
  const box = part('#place');
  const [button, words] = [part<HTMLButtonElement>('#place button'), part('#place p')];
  const say = (key: string): void => speech.write(words, key);
  const failed = (): void => {
    button.disabled = false;
    say('placeUnknown');
  };
  button.addEventListener('click', () => {
    button.disabled = true;
    say('placeLooking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        button.disabled = false;
        box.hidden = true;
        share(speech.t('placeShared'), { lat: rounded(coords.latitude), lon: rounded(coords.longitude) });
      },
      failed,
      { timeout: LOCATE_MS, maximumAge: LOCATE_MS },
    );
  });
  return {
    awaits: (kind) => {
      box.hidden = kind !== 'place' || !('geolocation' in navigator);
      if (!box.hidden) say('placeWhy');
    },
  };
};

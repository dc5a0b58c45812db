import { fold } from '../../domain/fold';

const PEOPLE = [
  'hij[oa]s?|hijit[oa]s?|niet[oa]s?|nietecit[oa]s?|mama|mami|mamita|madre|papa|papi|papito|padre|espos[oa]|marido|mujer|herman[oa]s?|abuel[oa]s?|abuelit[oa]s?',
  'ti[oa]s?|sobrin[oa]s?|prim[oa]s?|suegr[oa]s?|cu[nñ]ad[oa]s?|yern[oa]|nuera|novi[oa]|amig[oa]s?|vecin[oa]s?|comadre|compadre|ni[nñ][oa]s?|nen[ea]|muchach[oa]s?',
  'se[nñ]ora?|jef[ea]|patron|patrona|familia|familiar',
].join('|');
const RELATIVES =
  'son|daughter|kids?|child|children|mom|mum|mother|dad|father|wife|husband|brother|sister|grand\\w+|aunt|uncle|cousin|friend|boyfriend|girlfriend|neighbou?r';

/** To or for somebody, or on what is theirs. What comes from somebody ("la tarjeta de mi mamá", "mi hijo me dijo") is not for them. */
const FOR_SOMEBODY = new RegExp(
  `\\b(?:a|al|para|pa|(?<!(?:tarjeta|billetera|cuenta) )del?)(?: (?:el|la|los|las|un|una|mi|mis|su|sus|celular|cel|telefono|numero|linea|chip|de|del))* (?:${PEOPLE})\\b` +
    `|\\b(?:a|al|para|pa) (?:(?:mi )?(?:otro|otra)|alguien|un familiar)(?: (?:numero|linea|celular|cel|telefono|persona))?\\b` +
    `|\\b(?:to|for) (?:my |a |the )*(?:${RELATIVES})\\b|\\bmy (?:${RELATIVES})(?: ?s)? (?:phone|line|number|cell)\\b|\\b(?:to|for) (?:someone|somebody|another)\\b`,
);

/** Whether something is wanted for somebody else, by who that is and not by their number: "a mi hijo", "al celular de mi mamá". */
export const isForSomebody = (text: string): boolean => FOR_SOMEBODY.test(fold(text));

const PERSON = new RegExp(`^(?:${PEOPLE}|${RELATIVES})$`);

/** Whether a folded word says who somebody is to the customer: "mamá", "hijos". */
export const isPerson = (word: string): boolean => PERSON.test(word);

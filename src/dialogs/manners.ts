import { fold } from '../domain/fold';

const HELLO = new Set(
  'hola|holaa|holi|buenas|buenos dias|buen dia|buenas tardes|buenas noches|que tal|hola buenas|hola buenas tardes|hola buenos dias|hola que tal|saludos|hey|hi|hello|good morning|good afternoon|good evening'.split(
    '|',
  ),
);
const THANKS = new Set(
  'gracias|muchas gracias|mil gracias|ok gracias|gracias muy amable|muy amable|perfecto gracias|thanks|thank you|thanks a lot|thank you very much'.split(
    '|',
  ),
);
/** "Gracias mija, que Dios la bendiga". Not "no, gracias", which is a no. */
const BLESSING =
  /^(?:(?:ok|bueno|ay|muchas|muchisimas|mil|y|pues|que|listo) )*(?:gracias|dios (?:me )?(?:la|lo|le|te) (?:bendiga|cuide|pague|guarde))(?: (?:mija|mijo|mi amor|señorita|señor|seño|joven|muy amable|por (?:todo|su ayuda|tu ayuda|la ayuda|su paciencia)|bendiciones|igualmente|y|que|mucho|dios (?:me )?(?:la|lo|le|te) (?:bendiga|cuide|pague|guarde)))*$/;
/** "Ok, gracias, hasta luego": with what people put before and after it. */
const BYE =
  /^(?:(?:ok|okay|bueno|listo|pues|no|nada|ya|muchas|gracias|well|thanks|thank you) )*(?:adios|adiosito|cha[ou]|chaito|bye(?: bye)?|good ?bye|hasta (?:luego|pronto|mañana)|nos vemos|feliz (?:dia|tarde|noche)|see (?:you|ya)(?: later| soon)?|me voy|me tengo que ir)(?: (?:pues|y|muchas|gracias|thanks|thank you))*$/;

const ENGLISH = new Set(
  'hello|good morning|good afternoon|good evening|thanks|thanks a lot|thank you|thank you very much|goodbye|see you'.split('|'),
);

/** Whether it is said in English. */
export const isEnglish = (text: string): boolean => ENGLISH.has(fold(text));

/** A greeting, thanks or goodbye that says nothing else. */
export function smallTalk(text: string): 'hello' | 'thanks' | 'bye' | undefined {
  const said = fold(text);
  if (HELLO.has(said)) return 'hello';
  if (THANKS.has(said) || BLESSING.test(said)) return 'thanks';
  return BYE.test(said) ? 'bye' : undefined;
}

const WAIT =
  /^(?:(?:ok|si|ay|mire|por favor|please) )?(?:esper[ae](?:me|se)?|esperate|un (?:momento|momentito|segundo|minuto|ratito|rato)|momento|momentito|(?:dame|deme|me das|me da) (?:un|unos) (?:momentos?|momentitos?|minut(?:it)?os?|segundos?|segunditos?|rato|ratito|chance|toque|tiempo)|ya (?:voy|vengo|regreso|vuelvo)|ahorita (?:voy|vengo|regreso|vuelvo|lo busco|la busco)|(?:ahi|ahorita|luego|despues) (?:le|te) (?:aviso|digo|cuento|escribo)|permitame|(?:dejeme|dejame|voy a|deja) (?:ver|buscar|buscarlo|buscarla|revisar|traer\w*)|(?:lo|la) busco|wait|hold on|(?:just )?(?:a|one) (?:moment|second|minute|sec)|give me an? (?:moment|second|minute|sec|min|while|bit)|let me (?:see|check|look|find it|get it))(?: (?:por favor|porfa|please|mija|mijo|un (?:momento|momentito|segundo|minuto|ratito)))*$/;

/** "Espéreme": somebody looks for what was asked. */
export const asksToWait = (text: string): boolean => WAIT.test(fold(text));

const USTED =
  / (usted|ustedes|disculpe|podria usted|me puede|me podria|puede decirme|podria decirme|digame|ayudeme|oiga|permitame|sea tan amable|le agradeceria|señor|señorita) /;

/** A wrong that is complained of: charged twice, paid and not restored, a claim, a fraud. */
const COMPLAINT =
  / (cobraron (\w+ ){0,2}(doble|dos veces|de mas|2 veces)|(cobro|cargo|pago) doble|doble (cobro|cargo)|dos (cobros|cargos)|no me (reconectan|devuelven|devolvieron)|queja|quejarme|reclamo|reclamar|denunciar|denuncia|estafa\w*|fraude) /;

/** Whether somebody complains: the bot then says *usted*, to the end of the conversation. */
export const complains = (text: string): boolean => COMPLAINT.test(` ${fold(text)} `);

/** Whether somebody writes *usted*: then so does the bot, for the rest of the conversation. */
export const speaksFormally = (text: string): boolean => USTED.test(` ${fold(text)} `);

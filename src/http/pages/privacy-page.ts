import type { Language } from '../../domain/texts';
import { frame, type PageContext } from './frame';
import { html, type Html } from './html';

interface Words {
  readonly title: string;
  readonly lead: string;
  readonly back: string;
  readonly other: string;
  readonly kept: readonly (readonly [what: string, howLong: string])[];
  readonly keptTitle: string;
  readonly notTitle: string;
  readonly not: readonly string[];
  readonly who: string;
}

/** Durations are those of the code, as docs/privacy.md lists them, and of the page's own storage. A change there is a change here. */
const WORDS: Readonly<Record<Language, Words>> = {
  es: {
    title: 'Cómo cuidamos tus datos',
    lead: 'Esto guarda el chat, para qué y por cuánto tiempo. Nada más.',
    back: 'Volver al chat',
    other: 'Read this page in English',
    keptTitle: 'Lo que se guarda',
    kept: [
      ['La conversación', 'Cifrada, hasta 7 días después del último mensaje, para que siga donde quedó.'],
      ['La entrada con código', 'Se cierra tras 30 minutos sin uso, y a los 60 minutos en todo caso. Con *salir* se cierra al momento.'],
      [
        'El número de la línea o de la cuenta',
        'Cifrado, hasta 24 horas después del último mensaje, para consultar en los sistemas de {brand} y seguir donde quedó. Como se escribió, queda en la conversación.',
      ],
      ['Lo último consultado', 'Cifrado, hasta 24 horas, para decirlo con su hora si los sistemas de {brand} no responden.'],
      [
        'Recargas, compras, adelantos y pagos',
        'Cifrados, hasta 35 días después de contar cómo terminaron, para no cobrar dos veces. El permiso de pago automático, hasta 400 días después del último cobro.',
      ],
      [
        'Los casos para una persona',
        'Cifrados, hasta 90 días; sus fotos y documentos, hasta 3 días. Quien atiende los recibe con la conversación, y {brand} los guarda en su servicio de atención.',
      ],
      ['Los avisos pedidos', 'Cifrados, hasta 60 días o hasta escribir *no más avisos*.'],
      ['Códigos y entradas de una línea', 'Solo cuántos y cuándo, sin el número a la vista, hasta 90 días.'],
      ['Lo que el chat no entendió', 'Sin números ni nombre de quién lo escribió, hasta 30 días, para que el chat aprenda.'],
      ['Cómo terminó la conversación', 'Tema, resultado y nota, sin número ni nombre, hasta 400 días, para mejorar el servicio.'],
      ['Idioma y tema', 'En tu navegador, para la próxima visita.'],
      ['Un identificador de visita', 'En una cookie de este sitio, al azar y sin datos personales, para volver a la misma conversación.'],
    ],
    notTitle: 'Lo que no se guarda',
    not: [
      'Los códigos que llegan por SMS: en la conversación solo quedan puntos.',
      'Los números de tarjeta: si alguien escribe uno, se borra antes de guardar el mensaje.',
      'Las contraseñas y los PIN que el chat pide para un cambio: solo quedan puntos.',
      'La ubicación: se compara con las tiendas y se olvida con el mensaje.',
      'Nada para publicidad: el chat no usa cookies de terceros ni carga nada de otros sitios.',
    ],
    who: 'Responsable: {brand}. Para pedir que se borre una conversación, los canales de atención de {brand} reciben el pedido.',
  },
  en: {
    title: 'How we look after your data',
    lead: 'What the chat keeps, what for, and for how long. Nothing else.',
    back: 'Back to the chat',
    other: 'Leer esta página en español',
    keptTitle: 'What is kept',
    kept: [
      ['The conversation', 'Encrypted, for up to 7 days after the last message, so that it goes on where it stopped.'],
      ['Being signed in', 'It ends after 30 minutes without use, and after 60 minutes in any case. With *sign out* it ends at once.'],
      [
        'The number of the line or account',
        'Encrypted, for up to 24 hours after the last message, to look things up in the systems of {brand} and to go on where it stopped. As it was typed, it stays in the conversation.',
      ],
      ['What was looked up last', 'Encrypted, for up to 24 hours, to tell it with its time when the systems of {brand} do not answer.'],
      [
        'Top-ups, purchases, advances and payments',
        'Encrypted, for up to 35 days after their end was told, so that nothing is charged twice. Consent to automatic payment, for up to 400 days after the last charge.',
      ],
      [
        'Cases for a person',
        'Encrypted, for up to 90 days; their pictures and documents, for up to 3 days. Whoever attends gets them with the conversation, and {brand} keeps them in its service desk.',
      ],
      ['Reminders that were asked for', 'Encrypted, for up to 60 days or until *no more reminders* is written.'],
      ['Codes and sign-ins of a line', 'Only how many and when, without the number in sight, for up to 90 days.'],
      ['What the chat did not understand', 'Without numbers or the name of who wrote it, for up to 30 days, so that the chat learns.'],
      ['How the conversation ended', 'Topic, outcome and score, without number or name, for up to 400 days, to improve the service.'],
      ['Language and theme', 'In your browser, for the next visit.'],
      ['A visit identifier', 'In a cookie of this site, random and without personal data, to come back to the same conversation.'],
    ],
    notTitle: 'What is not kept',
    not: [
      'The codes that come by SMS: only dots stay in the conversation.',
      'Card numbers: when somebody writes one, it is removed before the message is stored.',
      'Passwords and PINs that the chat asks for to change something: only dots stay.',
      'Where somebody is: it is compared with the stores and forgotten with the message.',
      'Nothing for advertising: the chat uses no third-party cookies and loads nothing from other sites.',
    ],
    who: 'Responsible: {brand}. To have a conversation erased, ask customer care of {brand}.',
  },
};

const emphasised = (text: string): Html[] => text.split('*').map((part, at) => (at % 2 === 1 ? html`<strong>${part}</strong>` : html`${part}`));

const keptPart = (words: Words, named: (text: string) => string): Html =>
  html`<section class="card pad">
    <h2>${words.keptTitle}</h2>
    <dl>
      ${words.kept.map(
        ([what, how]) =>
          html`<dt>${what}</dt>
            <dd>${emphasised(named(how))}</dd>`,
      )}
    </dl>
  </section>`;

/** What is kept and for how long: short, and true of this code. */
export const privacyPage = (context: PageContext): Html => {
  const { brand, language } = context;
  const words = WORDS[language];
  const named = (text: string): string => text.replaceAll('{brand}', () => brand.name);
  const other = language === 'es' ? 'en' : 'es';
  const body = html`<body class="paper">
    <main>
      <p class="paper-top"><a class="btn small" href="/">${words.back}</a><a href="/privacy?lang=${other}" lang="${other}">${words.other}</a></p>
      <h1>${words.title}</h1>
      <p class="lead muted">${words.lead}</p>
      ${keptPart(words, named)}
      <section class="card pad">
        <h2>${words.notTitle}</h2>
        <ul>
          ${words.not.map((line) => html`<li>${line}</li>`)}
        </ul>
      </section>
      <p class="muted small">${named(words.who)}</p>
    </main>
  </body>`;
  return frame(context, `${words.title} · ${brand.name}`, ['chat/paper.css'], html``, body);
};

import { catalog, forms } from '../../../domain/texts';

interface Words {
  readonly document: string;
  readonly account: string;
  readonly example: string;
}

export const texts = catalog(
  {
    title: forms({ tu: 'el bloqueo de tu línea', vos: 'el bloqueo de tu línea', usted: 'el bloqueo de su línea' }),
    button: 'Bloquear línea',
    line: forms({
      tu: (v: Words) => `Escribe el número de la línea que suspendo ahora, y tu ${v.document} o el ${v.account}.`,
      vos: (v: Words) => `Escribí el número de la línea que suspendo ahora, y tu ${v.document} o el ${v.account}.`,
      usted: (v: Words) => `Escriba el número de la línea que suspendo ahora, y su ${v.document} o el ${v.account}.`,
    }),
    own: '¿Qué línea suspendo ahora?',
    lineAgain: forms({
      tu: (v: { example: string }) => `Busco el número de la línea, por ejemplo ${v.example}. No necesitas el teléfono.`,
      vos: (v: { example: string }) => `Busco el número de la línea, por ejemplo ${v.example}. No necesitás el teléfono.`,
      usted: (v: { example: string }) => `Busco el número de la línea, por ejemplo ${v.example}. No necesita el teléfono.`,
    }),
    proof: forms({
      tu: (v: Words & { line: string }) =>
        `Para suspender la línea ${v.line} necesito el ${v.document} del titular, o el ${v.account}. No hace falta ningún código.`,
      vos: (v: Words & { line: string }) =>
        `Para suspender la línea ${v.line} necesito el ${v.document} del titular, o el ${v.account}. No hace falta ningún código.`,
      usted: (v: Words & { line: string }) =>
        `Para suspender la línea ${v.line} necesito el ${v.document} del titular, o el ${v.account}. No hace falta ningún código.`,
    }),
    proofAgain: (v: Words) => `Busco el ${v.document} del titular, por ejemplo ${v.example}, o el ${v.account}.`,
    digit: forms({
      tu: (v: { document: string; example: string }) => `Ese ${v.document} tiene un número equivocado. Revísalo, por ejemplo ${v.example}.`,
      vos: (v: { document: string; example: string }) => `Ese ${v.document} tiene un número equivocado. Revisalo, por ejemplo ${v.example}.`,
      usted: (v: { document: string; example: string }) => `Ese ${v.document} tiene un número equivocado. Revíselo, por ejemplo ${v.example}.`,
    }),
    notFound: 'No encontré una línea con esos dos datos. Si son correctos, una persona la bloquea ahora.',
    wait: (v: { when: string }) =>
      `Por seguridad, después de varios intentos hay que esperar. Una persona bloquea la línea ahora mismo. Aquí será posible otra vez ${v.when}.`,
    failed: (v: { reference: string; when: string }) =>
      `No pude confirmar el bloqueo. Abrí el caso urgente ${v.reference}, con respuesta antes ${v.when}. Ahora lo más rápido es hablar con una persona, para que la línea quede suspendida.`,
    done: (v: { ending: string; hour: string; frozen: string }) =>
      `Listo: la línea terminada en ${v.ending} está suspendida desde ${v.hour}.${v.frozen} Solo una persona o una tienda la reactiva, con el documento del titular.`,
    frozenBoth: ' También bloqueé la billetera y los adelantos.',
    frozenLending: ' También bloqueé los adelantos.',
    imei: (v: { reference: string; when: string }) =>
      `Abrí el caso urgente ${v.reference}, con respuesta antes ${v.when}. El IMEI sirve para bloquear también el aparato: está en la caja. Sin él, una persona lo busca con el número.`,
    mailSubject: (v: { brand: string }) => `${v.brand}: suspendimos una línea`,
    mailText: (v: { brand: string; ending: string; when: string }) =>
      `Suspendimos la línea terminada en ${v.ending} ${v.when}, porque en nuestro chat se reportó un robo o una pérdida. Si fue un error, se reactiva en una tienda con el documento del titular. ${v.brand} nunca pide códigos ni claves por correo.`,
    found: 'Qué bueno. No suspendí nada: la línea sigue como estaba.',
    person: 'Hablar con alguien',
    menu: 'Ver el menú',
    block: (v: { line: string }) => `Bloquear ${v.line}`,
  },
  {
    title: 'blocking your line',
    button: 'Block my line',
    line: (v) => `Type the number of the line I suspend now, and your ${v.document} or the ${v.account}.`,
    own: 'Which line do I suspend now?',
    lineAgain: (v) => `I am looking for the number of the line, for example ${v.example}. You do not need the phone.`,
    proof: (v) => `To suspend line ${v.line} I need the holder's ${v.document}, or the ${v.account}. No code is needed.`,
    proofAgain: (v) => `I am looking for the holder's ${v.document}, for example ${v.example}, or the ${v.account}.`,
    digit: (v) => `One digit of that ${v.document} is wrong. Check it, for example ${v.example}.`,
    notFound: 'I found no line with those two. If they are right, a person blocks it now.',
    wait: (v) => `For your safety, after several tries you have to wait. A person can block the line right now. Here it is possible again ${v.when}.`,
    failed: (v) =>
      `I could not confirm the block. I opened the urgent case ${v.reference}; you get an answer before ${v.when}. Talk to a person now, so that the line is suspended.`,
    done: (v) =>
      `Done: the line ending in ${v.ending} is suspended since ${v.hour}.${v.frozen} Only a person or a store can lift it, with the holder's ID.`,
    frozenBoth: ' I blocked the wallet and advances too.',
    frozenLending: ' I blocked advances too.',
    imei: (v) =>
      `I opened the urgent case ${v.reference}; you get an answer before ${v.when}. The IMEI serves to block the phone itself too: it is on the box. Without it, a person finds it by the number.`,
    mailSubject: (v) => `${v.brand}: we suspended a line`,
    mailText: (v) =>
      `We suspended the line ending in ${v.ending} ${v.when}, because a theft or loss was reported in our chat. If it was not you, go to a store with your ID or call us. ${v.brand} never asks for codes or passwords by e-mail.`,
    found: 'Good. I suspended nothing: the line is as it was.',
    person: 'Talk to someone',
    menu: 'See the menu',
    block: (v) => `Block ${v.line}`,
  },
);

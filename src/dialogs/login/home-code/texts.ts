import { catalog, forms } from '../../../domain/texts';
import { codeTexts } from '../../engine/codes/texts';

/** The words of a code are those of every login; only where it goes is another. */
export const texts = catalog(
  {
    ...codeTexts.es,
    title: forms({ tu: 'la cuenta de tu casa', vos: 'la cuenta de tu casa', usted: 'la cuenta de su casa' }),
    button: 'Cuenta de mi casa',
    send: (v: { phone: string }) => `Para eso mando un código ${v.phone}. ¿Lo envío?`,
    toPhone: (v: { ending: string }) => `al celular que termina en ${v.ending}`,
    missingOnFile: forms({
      tu: (v: { wait: string }) => `Revisa que ese celular tenga señal y mira el SMS más nuevo. ${v.wait}`,
      vos: (v: { wait: string }) => `Revisá que ese celular tenga señal y mirá el SMS más nuevo. ${v.wait}`,
      usted: (v: { wait: string }) => `Revise que ese celular tenga señal y mire el SMS más nuevo. ${v.wait}`,
    }),
    stores: 'Tiendas',
    yes: 'Enviar código',
    notMine: 'Ya no es mi número',
    code: forms({
      tu: (v: { line: string; brand: string; hour: string }) =>
        `Mandé un código por SMS ${v.line}. Escríbelo aquí antes de ${v.hour}. Nadie de ${v.brand} te lo pide por llamada.`,
      vos: (v: { line: string; brand: string; hour: string }) =>
        `Mandé un código por SMS ${v.line}. Escribilo aquí antes de ${v.hour}. Nadie de ${v.brand} te lo pide por llamada.`,
      usted: (v: { line: string; brand: string; hour: string }) =>
        `Mandé un código por SMS ${v.line}. Escríbalo aquí antes de ${v.hour}. Nadie de ${v.brand} se lo pide por llamada.`,
    }),
    codeBefore: forms({
      tu: (v: { line: string; brand: string; hour: string }) =>
        `Ya mandé un código por SMS ${v.line}. Escríbelo aquí antes de ${v.hour}. Nadie de ${v.brand} te lo pide por llamada.`,
      vos: (v: { line: string; brand: string; hour: string }) =>
        `Ya mandé un código por SMS ${v.line}. Escribilo aquí antes de ${v.hour}. Nadie de ${v.brand} te lo pide por llamada.`,
      usted: (v: { line: string; brand: string; hour: string }) =>
        `Ya mandé un código por SMS ${v.line}. Escríbalo aquí antes de ${v.hour}. Nadie de ${v.brand} se lo pide por llamada.`,
    }),
    noPhone: forms({
      tu: 'Esta cuenta no tiene un celular registrado, así que no puedo mandarte un código. Una persona, o una tienda con tu documento, lo registra.',
      vos: 'Esta cuenta no tiene un celular registrado, así que no puedo mandarte un código. Una persona, o una tienda con tu documento, lo registra.',
      usted:
        'Esta cuenta no tiene un celular registrado, así que no puedo mandarle un código. Una persona, o una tienda con su documento, lo registra.',
    }),
    notThere: forms({
      tu: (v: { phone: string }) => `Ahora no puedo mandar códigos ${v.phone}. Una persona te atiende, o una tienda con tu documento.`,
      vos: (v: { phone: string }) => `Ahora no puedo mandar códigos ${v.phone}. Una persona te atiende, o una tienda con tu documento.`,
      usted: (v: { phone: string }) => `Ahora no puedo mandar códigos ${v.phone}. Una persona le atiende, o una tienda con su documento.`,
    }),
    changed: forms({
      tu: 'Para cambiar el celular de la cuenta, una persona confirma que eres el titular. También puedes ir a una tienda con tu documento.',
      vos: 'Para cambiar el celular de la cuenta, una persona confirma que sos el titular. También podés ir a una tienda con tu documento.',
      usted: 'Para cambiar el celular de la cuenta, una persona confirma que usted es el titular. También puede ir a una tienda con su documento.',
    }),
    confirmed: forms({
      tu: 'Listo, ya puedo mostrarte tu cuenta.',
      vos: 'Listo, ya puedo mostrarte tu cuenta.',
      usted: 'Listo, ya puedo mostrarle su cuenta.',
    }),
  },
  {
    ...codeTexts.en,
    title: 'your home account',
    button: 'My home account',
    send: (v) => `For that I send a code ${v.phone}. Shall I send it?`,
    toPhone: (v) => `to the mobile ending in ${v.ending}`,
    missingOnFile: (v) => `Check that the mobile has signal, and look at the newest SMS. ${v.wait}`,
    stores: 'Stores',
    yes: 'Send the code',
    notMine: 'Not my number now',
    code: (v) => `I sent a code by SMS ${v.line}. Type it here before ${v.hour}. Nobody at ${v.brand} asks for it on a call.`,
    codeBefore: (v) => `I already sent a code by SMS ${v.line}. Type it here before ${v.hour}. Nobody at ${v.brand} asks for it on a call.`,
    noPhone: 'This account has no mobile on file, so I cannot send you a code. A person, or a store with your ID, can add one.',
    notThere: (v) => `I cannot send codes ${v.phone} now. A person, or a store with your ID, can help you.`,
    changed: 'To change the mobile of the account, a person confirms that you are the holder. You can also go to a store with your ID.',
    confirmed: 'Done, I can show you your account now.',
  },
);

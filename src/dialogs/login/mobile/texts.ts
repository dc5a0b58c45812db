import { catalog, forms } from '../../../domain/texts';
import { codeTexts } from '../../engine/codes/texts';

export const texts = catalog(
  {
    ...codeTexts.es,
    title: 'el inicio de sesión',
    button: 'Entrar',
    ask: forms({
      tu: 'Claro que sí. Para eso necesito confirmar que la línea es tuya. ¿Qué número reviso?',
      vos: 'Claro que sí. Para eso necesito confirmar que la línea es tuya. ¿Qué número reviso?',
      usted: 'Claro que sí. Para eso necesito confirmar que la línea es suya. ¿Qué número reviso?',
    }),
    askAgain: forms({
      tu: (v: { example: string }) => `Escribe el número completo de tu línea, por ejemplo ${v.example}.`,
      vos: (v: { example: string }) => `Escribí el número completo de tu línea, por ejemplo ${v.example}.`,
      usted: (v: { example: string }) => `Escriba el número completo de su línea, por ejemplo ${v.example}.`,
    }),
    welcomeBack: forms({
      tu: (v: { line: string }) => `Por seguridad cerré tu sesión. ¿Te mando un código al ${v.line} para seguir?`,
      vos: (v: { line: string }) => `Por seguridad cerré tu sesión. ¿Te mando un código al ${v.line} para seguir?`,
      usted: (v: { line: string }) => `Por seguridad cerré su sesión. ¿Le mando un código al ${v.line} para seguir?`,
    }),
    sendIt: 'Sí, enviar código',
    otherNumber: 'Otro número',
    fixed: forms({
      tu: 'Ese es un teléfono fijo y no recibe SMS. Escribe el número de un celular.',
      vos: 'Ese es un teléfono fijo y no recibe SMS. Escribí el número de un celular.',
      usted: 'Ese es un teléfono fijo y no recibe SMS. Escriba el número de un celular.',
    }),
    foreign: forms({
      tu: 'Ese número es de otro país. Aquí puedo revisar líneas de este país: escribe una.',
      vos: 'Ese número es de otro país. Aquí puedo revisar líneas de este país: escribí una.',
      usted: 'Ese número es de otro país. Aquí puedo revisar líneas de este país: escriba una.',
    }),
    where: forms({
      tu: 'No hay problema. Llama desde esa línea a alguien y mira qué número aparece; también está en la caja del chip. Sin él puedo responder dudas o pasarte con una persona.',
      vos: 'No hay problema. Llamá desde esa línea a alguien y mirá qué número aparece; también está en la caja del chip. Sin él puedo responder dudas o pasarte con una persona.',
      usted:
        'No hay problema. Llame desde esa línea a alguien y mire qué número aparece; también está en la caja del chip. Sin él puedo responder dudas o pasarle con una persona.',
    }),
    several: 'Vi más de un número. ¿Cuál reviso primero?',
    balance: 'Ver mi saldo',
    lines: 'Mis líneas',
    welcome: forms({
      tu: (v: { line: string }) => `Listo, la línea ${v.line} es tuya.`,
      vos: (v: { line: string }) => `Listo, la línea ${v.line} es tuya.`,
      usted: (v: { line: string }) => `Listo, la línea ${v.line} es suya.`,
    }),
  },
  {
    ...codeTexts.en,
    title: 'signing in',
    button: 'Sign in',
    ask: 'Of course. For that I need to confirm that the line is yours. Which number shall I look at?',
    askAgain: (v) => `Type your full phone number, for example ${v.example}.`,
    welcomeBack: (v) => `For your safety I closed your session. Shall I send a code to ${v.line} to go on?`,
    sendIt: 'Yes, send a code',
    otherNumber: 'Another number',
    fixed: 'That is a landline and gets no SMS. Type the number of a mobile.',
    foreign: 'That number is from another country. I can look at lines of this country here: type one.',
    where:
      'No problem. Call somebody from that line and see which number shows; it is also on the box of the SIM. Without it I can answer questions or get you a person.',
    several: 'I saw more than one number. Which one first?',
    balance: 'See my balance',
    lines: 'My lines',
    welcome: (v) => `Done, ${v.line} is confirmed as your line.`,
  },
);

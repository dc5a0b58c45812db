import { catalog, forms } from '../../../domain/texts';

/** What every login by a code says of it. */
export const codeTexts = catalog(
  {
    code: forms({
      tu: (v: { line: string; brand: string; hour: string }) =>
        `Te mando un código por SMS al ${v.line}, si la línea está activa y es de ${v.brand}. Escríbelo aquí antes de ${v.hour}. Nadie de ${v.brand} te lo pide por llamada.`,
      vos: (v: { line: string; brand: string; hour: string }) =>
        `Te mando un código por SMS al ${v.line}, si la línea está activa y es de ${v.brand}. Escribilo aquí antes de ${v.hour}. Nadie de ${v.brand} te lo pide por llamada.`,
      usted: (v: { line: string; brand: string; hour: string }) =>
        `Le mando un código por SMS al ${v.line}, si la línea está activa y es de ${v.brand}. Escríbalo aquí antes de ${v.hour}. Nadie de ${v.brand} se lo pide por llamada.`,
    }),
    codeBefore: forms({
      tu: (v: { line: string; brand: string; hour: string }) =>
        `Ya te mandé un código por SMS al ${v.line}, si la línea está activa y es de ${v.brand}. Escríbelo aquí antes de ${v.hour}. Nadie de ${v.brand} te lo pide por llamada.`,
      vos: (v: { line: string; brand: string; hour: string }) =>
        `Ya te mandé un código por SMS al ${v.line}, si la línea está activa y es de ${v.brand}. Escribilo aquí antes de ${v.hour}. Nadie de ${v.brand} te lo pide por llamada.`,
      usted: (v: { line: string; brand: string; hour: string }) =>
        `Ya le mandé un código por SMS al ${v.line}, si la línea está activa y es de ${v.brand}. Escríbalo aquí antes de ${v.hour}. Nadie de ${v.brand} se lo pide por llamada.`,
    }),
    last: forms({
      tu: (v: { until: string }) => `Es el último que puedo mandar ${v.until}: si no te llega, puedes seguir sin código o hablar con alguien.`,
      vos: (v: { until: string }) => `Es el último que puedo mandar ${v.until}: si no te llega, podés seguir sin código o hablar con alguien.`,
      usted: (v: { until: string }) => `Es el último que puedo mandar ${v.until}: si no le llega, puede seguir sin código o hablar con alguien.`,
    }),
    codeAgain: forms({
      tu: 'Busco un código de 6 números. Está en el último SMS que te mandé.',
      vos: 'Busco un código de 6 números. Está en el último SMS que te mandé.',
      usted: 'Busco un código de 6 números. Está en el último SMS que le mandé.',
    }),
    notArrived: 'No me llegó',
    sendAnother: 'Mandar otro',
    changeNumber: 'Cambiar número',
    withoutCode: 'Seguir sin código',
    missing: forms({
      tu: (v: { line: string; wait: string }) => `Revisa que ${v.line} esté bien escrito y que el celular tenga señal. ${v.wait}`,
      vos: (v: { line: string; wait: string }) => `Revisá que ${v.line} esté bien escrito y que el celular tenga señal. ${v.wait}`,
      usted: (v: { line: string; wait: string }) => `Revise que ${v.line} esté bien escrito y que el celular tenga señal. ${v.wait}`,
    }),
    missingOnFile: forms({
      tu: (v: { wait: string }) => `Revisa que el celular tenga señal. ${v.wait}`,
      vos: (v: { wait: string }) => `Revisá que el celular tenga señal. ${v.wait}`,
      usted: (v: { wait: string }) => `Revise que el celular tenga señal. ${v.wait}`,
    }),
    onFileOnly: 'El código va solo al celular registrado en la cuenta. Para cambiarlo, una persona confirma quién es el titular.',
    canNow: forms({ tu: 'Puedo mandarte otro ya.', vos: 'Puedo mandarte otro ya.', usted: 'Puedo mandarle otro ya.' }),
    canIn: forms({
      tu: (v: { seconds: number }) => `Puedo mandarte otro en ${v.seconds} segundos.`,
      vos: (v: { seconds: number }) => `Puedo mandarte otro en ${v.seconds} segundos.`,
      usted: (v: { seconds: number }) => `Puedo mandarle otro en ${v.seconds} segundos.`,
    }),
    canAt: forms({
      tu: (v: { when: string }) => `Puedo mandarte otro ${v.when}.`,
      vos: (v: { when: string }) => `Puedo mandarte otro ${v.when}.`,
      usted: (v: { when: string }) => `Puedo mandarle otro ${v.when}.`,
    }),
    wrong: forms({
      tu: (v: { left: number }) =>
        v.left === 1
          ? 'Ese código no coincide. Te queda 1 intento. Usa el del último SMS.'
          : `Ese código no coincide. Te quedan ${v.left} intentos. Usa el del último SMS.`,
      vos: (v: { left: number }) =>
        v.left === 1
          ? 'Ese código no coincide. Te queda 1 intento. Usá el del último SMS.'
          : `Ese código no coincide. Te quedan ${v.left} intentos. Usá el del último SMS.`,
      usted: (v: { left: number }) =>
        v.left === 1
          ? 'Ese código no coincide. Le queda 1 intento. Use el del último SMS.'
          : `Ese código no coincide. Le quedan ${v.left} intentos. Use el del último SMS.`,
    }),
    spent: (v: { wait: string }) => `Ese código ya no sirve. ${v.wait}`,
    locked: forms({
      tu: (v: { hour: string }) =>
        `Por seguridad, esta línea no acepta códigos hasta ${v.hour}, porque hubo muchos intentos fallidos. Puedes seguir sin código.`,
      vos: (v: { hour: string }) =>
        `Por seguridad, esta línea no acepta códigos hasta ${v.hour}, porque hubo muchos intentos fallidos. Podés seguir sin código.`,
      usted: (v: { hour: string }) =>
        `Por seguridad, esta línea no acepta códigos hasta ${v.hour}, porque hubo muchos intentos fallidos. Puede seguir sin código.`,
    }),
    tooSoon: forms({
      tu: (v: { hour: string }) => `Por seguridad todavía no puedo mandar otro código a ese número. Puedes pedirlo a ${v.hour}.`,
      vos: (v: { hour: string }) => `Por seguridad todavía no puedo mandar otro código a ese número. Podés pedirlo a ${v.hour}.`,
      usted: (v: { hour: string }) => `Por seguridad todavía no puedo mandar otro código a ese número. Puede pedirlo a ${v.hour}.`,
    }),
    noMoreToday: forms({
      tu: (v: { when: string }) => `Por seguridad ya no puedo mandar más códigos a ese número por hoy. Puedes intentar de nuevo ${v.when}.`,
      vos: (v: { when: string }) => `Por seguridad ya no puedo mandar más códigos a ese número por hoy. Podés intentar de nuevo ${v.when}.`,
      usted: (v: { when: string }) => `Por seguridad ya no puedo mandar más códigos a ese número por hoy. Puede intentar de nuevo ${v.when}.`,
    }),
    noMoreLines: forms({
      tu: (v: { when: string }) => `Por seguridad ya no puedo mandar códigos a otros números desde este chat. Puedes intentar de nuevo ${v.when}.`,
      vos: (v: { when: string }) => `Por seguridad ya no puedo mandar códigos a otros números desde este chat. Podés intentar de nuevo ${v.when}.`,
      usted: (v: { when: string }) => `Por seguridad ya no puedo mandar códigos a otros números desde este chat. Puede intentar de nuevo ${v.when}.`,
    }),
    held: forms({
      tu: (v: { hour: string }) => `Por seguridad ahora mando menos códigos, y a ese número no puedo. Puedes pedirlo a ${v.hour}.`,
      vos: (v: { hour: string }) => `Por seguridad ahora mando menos códigos, y a ese número no puedo. Podés pedirlo a ${v.hour}.`,
      usted: (v: { hour: string }) => `Por seguridad ahora mando menos códigos, y a ese número no puedo. Puede pedirlo a ${v.hour}.`,
    }),
    goOn: forms({
      tu: 'De acuerdo, seguimos sin código: no veré tus datos. ¿Qué necesitas?',
      vos: 'De acuerdo, seguimos sin código: no veré tus datos. ¿Qué necesitás?',
      usted: 'De acuerdo, seguimos sin código: no veré sus datos. ¿Qué necesita?',
    }),
    seeMenu: 'Ver el menú',
    person: 'Hablar con alguien',
    sms: (v: { code: string; brand: string }) =>
      `${v.code} es el código de ${v.brand}. Vale unos 3 minutos. Es solo para el chat: nadie de ${v.brand} lo pide por llamada.`,
  },
  {
    code: (v) =>
      `I am sending a code by SMS to ${v.line}, if the line is active and with ${v.brand}. Type it here before ${v.hour}. Nobody at ${v.brand} asks for it on a call.`,
    codeBefore: (v) =>
      `I already sent a code by SMS to ${v.line}, if the line is active and with ${v.brand}. Type it here before ${v.hour}. Nobody at ${v.brand} asks for it on a call.`,
    last: (v) => `It is the last one I can send ${v.until}: if it does not come, you can go on without it or talk to someone.`,
    codeAgain: 'I am looking for a code of 6 digits. It is in the last SMS I sent you.',
    notArrived: 'It did not arrive',
    sendAnother: 'Send another',
    changeNumber: 'Change the number',
    withoutCode: 'Go on without it',
    missing: (v) => `Check that ${v.line} is right and that the phone has signal. ${v.wait}`,
    missingOnFile: (v) => `Check that the mobile has signal. ${v.wait}`,
    onFileOnly: 'The code can only go to the mobile on file. To change it, a person confirms who the holder is.',
    canNow: 'I can send another one now.',
    canIn: (v) => `I can send another one in ${v.seconds} seconds.`,
    canAt: (v) => `I can send another one ${v.when}.`,
    wrong: (v) => `That code does not match. You have ${v.left} ${v.left === 1 ? 'try' : 'tries'} left. Use the one from the last SMS.`,
    spent: (v) => `That code no longer works. ${v.wait}`,
    locked: (v) => `For your safety this line takes no codes until ${v.hour}, because too many failed. You can go on without a code.`,
    tooSoon: (v) => `For your safety I cannot send another code to that number yet. You can ask for it at ${v.hour}.`,
    noMoreToday: (v) => `For your safety I cannot send more codes to that number today. You can try again ${v.when}.`,
    noMoreLines: (v) => `For your safety I cannot send codes to other numbers from this chat any more. You can try again ${v.when}.`,
    held: (v) => `For your safety I am sending fewer codes now, and cannot send one to that number. You can ask for it at ${v.hour}.`,
    goOn: 'All right, without a code: I will not see your data. What do you need?',
    seeMenu: 'See the menu',
    person: 'Talk to someone',
    sms: (v) => `${v.code} is your ${v.brand} code. Good for about 3 minutes. Do not share it: we never ask for it on a call.`,
  },
);

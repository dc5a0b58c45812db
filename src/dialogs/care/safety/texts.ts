import { catalog, forms } from '../../../domain/texts';

/** What is said before anything else. Except to somebody in distress, in *usted*: the talk has turned grave. */
export const safetyTexts = catalog(
  {
    crisis: forms({
      tu: (v: { call: string }) =>
        `Lamento que estés pasando por algo tan duro. Soy un asistente automático, y hay personas que pueden ayudarte ahora. ${v.call}`,
      vos: (v: { call: string }) =>
        `Lamento que estés pasando por algo tan duro. Soy un asistente automático, y hay personas que pueden ayudarte ahora. ${v.call}`,
      usted: (v: { call: string }) =>
        `Lamento que esté pasando por algo tan duro. Soy un asistente automático, y hay personas que pueden ayudarle ahora. ${v.call}`,
    }),
    callBoth: forms({
      tu: (v: { crisis: string; emergency: string }) => `Llama al ${v.crisis}, o al ${v.emergency} si hay peligro.`,
      vos: (v: { crisis: string; emergency: string }) => `Llamá al ${v.crisis}, o al ${v.emergency} si hay peligro.`,
      usted: (v: { crisis: string; emergency: string }) => `Llame al ${v.crisis}, o al ${v.emergency} si hay peligro.`,
    }),
    callOne: forms({
      tu: (v: { number: string }) => `Llama ahora al ${v.number}.`,
      vos: (v: { number: string }) => `Llamá ahora al ${v.number}.`,
      usted: (v: { number: string }) => `Llame ahora al ${v.number}.`,
    }),
    callSomebody: forms({
      tu: 'Habla ahora con alguien de confianza, o llama a emergencias.',
      vos: 'Hablá ahora con alguien de confianza, o llamá a emergencias.',
      usted: 'Hable ahora con alguien de confianza, o llame a emergencias.',
    }),
    callPolice: 'Llame ahora a la policía.',
    wantPerson: forms({
      tu: '¿Quieres hablar además con una persona de nuestro equipo?',
      vos: '¿Querés hablar además con una persona de nuestro equipo?',
      usted: '¿Quiere hablar además con una persona de nuestro equipo?',
    }),
    extortion: (v: { call: string }) => `Esto es grave. No deposite nada y no siga la llamada. ${v.call} Guarde los números que llamaron.`,
    threat: (v: { call: string }) =>
      `Esto es grave, y su seguridad va primero. Si puede, vaya a un lugar seguro. ${v.call} Guarde los mensajes y los números.`,
    theft: 'Lo siento. Lo primero es bloquear la línea, y para eso no necesita el teléfono. Pídalo ahora a una persona, con su documento a mano.',
    theftBlock: 'Lo siento. Lo primero es bloquear la línea, y para eso no necesita el teléfono.',
    fraud: (v: { brand: string }) =>
      `Lo siento. No dé más datos y no siga la llamada: nadie de ${v.brand} le pide códigos ni su PIN. Cambie sus claves ahora. Si dio datos de una tarjeta, avise a su banco.`,
    death:
      'Lo siento mucho. Una persona le ayuda con el trámite, y no tendrá que explicarlo otra vez. Necesitamos el acta de defunción y su documento; no hay multa.',
    here: forms({
      tu: 'Aquí sigo. Puedes hablar con una persona de nuestro equipo cuando quieras.',
      vos: 'Aquí sigo. Podés hablar con una persona de nuestro equipo cuando quieras.',
      usted: 'Aquí sigo. Puede hablar con una persona de nuestro equipo cuando quiera.',
    }),
  },
  {
    crisis: (v) =>
      `I am sorry that you are going through something so hard. I am an automatic assistant, and there are people who can help you now. ${v.call}`,
    callBoth: (v) => `Call ${v.crisis}, or ${v.emergency} if there is danger.`,
    callOne: (v) => `Call ${v.number} now.`,
    callSomebody: 'Talk now to someone you trust, or call the emergency services.',
    callPolice: 'Call the police now.',
    wantPerson: 'Would you also like to talk to a person from our team?',
    extortion: (v) => `This is serious. Do not pay anything, and do not stay on the call. ${v.call} Keep the numbers that called.`,
    threat: (v) => `This is serious, and your safety comes first. If you can, go somewhere safe. ${v.call} Keep the messages and the numbers.`,
    theft: 'I am sorry. The first thing is to block the line, and you do not need the phone for that. Ask a person now, with your ID at hand.',
    theftBlock: 'I am sorry. The first thing is to block the line, and you do not need the phone for that.',
    fraud: (v) =>
      `I am sorry. Give no more data, and do not stay on the call: nobody from ${v.brand} asks for codes or your PIN. Change your passwords now. If you gave card details, tell your bank.`,
    death:
      'I am very sorry. A person helps you with this, and you will not have to explain it again. We need the death certificate and your ID; there is no fine.',
    here: 'I am still here. You can talk to a person from our team whenever you want.',
  },
);

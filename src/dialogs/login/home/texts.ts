import { catalog, forms } from '../../../domain/texts';

interface Bill {
  /** As the country's bill calls the number: "número de contrato". */
  readonly account: string;
  /** As the country calls the document: "DPI". */
  readonly document: string;
}

export const texts = catalog(
  {
    title: forms({ tu: 'la cuenta de tu casa', vos: 'la cuenta de tu casa', usted: 'la cuenta de su casa' }),
    button: 'Cuenta de mi casa',
    contract: forms({
      tu: (v: Bill) => `Con gusto. Escríbeme el ${v.account}. Después te pido el ${v.document} del titular.`,
      vos: (v: Bill) => `Con gusto. Escribime el ${v.account}. Después te pido el ${v.document} del titular.`,
      usted: (v: Bill) => `Con gusto. Escríbame el ${v.account}. Después le pido el ${v.document} del titular.`,
    }),
    contractAgain: forms({
      tu: (v: Bill) => `Busco el ${v.account}, solo los números, como están en tu factura.`,
      vos: (v: Bill) => `Busco el ${v.account}, solo los números, como están en tu factura.`,
      usted: (v: Bill) => `Busco el ${v.account}, solo los números, como están en su factura.`,
    }),
    documentFirst: (v: Bill) => `Ese parece el ${v.document}. Primero necesito el ${v.account}, que está en la factura.`,
    picture: (v: Bill) => `Dibujo de una factura: el ${v.account} está arriba a la derecha, debajo de la fecha.`,
    where: (v: Bill) => `En la factura, el ${v.account} está arriba a la derecha, debajo de la fecha.`,
    noBill: 'No tengo la factura',
    ways: forms({
      tu: (v: Bill) => `El ${v.account} también está en el recibo de tu último pago. Sin él, una persona te atiende con tu ${v.document}.`,
      vos: (v: Bill) => `El ${v.account} también está en el recibo de tu último pago. Sin él, una persona te atiende con tu ${v.document}.`,
      usted: (v: Bill) => `El ${v.account} también está en el recibo de su último pago. Sin él, una persona le atiende con su ${v.document}.`,
    }),
    document: forms({
      tu: (v: { document: string; example: string }) => `Gracias. Ahora escribe el ${v.document} del titular, por ejemplo ${v.example}.`,
      vos: (v: { document: string; example: string }) => `Gracias. Ahora escribí el ${v.document} del titular, por ejemplo ${v.example}.`,
      usted: (v: { document: string; example: string }) => `Gracias. Ahora escriba el ${v.document} del titular, por ejemplo ${v.example}.`,
    }),
    documentAgain: (v: { document: string; example: string }) => `Busco el ${v.document} del titular, como está impreso. Por ejemplo ${v.example}.`,
    noDocument: forms({
      tu: (v: Bill) => `Tiene que ser el ${v.document} del titular: pídeselo, y aquí sigo. Sin él, una persona te atiende.`,
      vos: (v: Bill) => `Tiene que ser el ${v.document} del titular: pedíselo, y aquí sigo. Sin él, una persona te atiende.`,
      usted: (v: Bill) => `Tiene que ser el ${v.document} del titular: pídaselo, y aquí sigo. Sin él, una persona le atiende.`,
    }),
    digit: forms({
      tu: (v: { document: string; example: string }) =>
        `Ese ${v.document} tiene un número equivocado. Revísalo como está impreso, por ejemplo ${v.example}.`,
      vos: (v: { document: string; example: string }) =>
        `Ese ${v.document} tiene un número equivocado. Revisalo como está impreso, por ejemplo ${v.example}.`,
      usted: (v: { document: string; example: string }) =>
        `Ese ${v.document} tiene un número equivocado. Revíselo como está impreso, por ejemplo ${v.example}.`,
    }),
    foreign: (v: { given: string; of: string; document: string; example: string }) =>
      `Ese parece un documento de ${v.of}: ${v.given}. Aquí necesito el ${v.document} del titular, por ejemplo ${v.example}.`,
    notFound: forms({
      tu: (v: Bill) => `No encontré una cuenta con esos dos datos. Revisa el ${v.account} en tu factura y el ${v.document} del titular.`,
      vos: (v: Bill) => `No encontré una cuenta con esos dos datos. Revisá el ${v.account} en tu factura y el ${v.document} del titular.`,
      usted: (v: Bill) => `No encontré una cuenta con esos dos datos. Revise el ${v.account} en su factura y el ${v.document} del titular.`,
    }),
    wait: forms({
      tu: (v: { when: string }) =>
        `Por seguridad, después de varios intentos hay que esperar. Puedes probar otra vez ${v.when}. Si es urgente, una persona te atiende.`,
      vos: (v: { when: string }) =>
        `Por seguridad, después de varios intentos hay que esperar. Podés probar otra vez ${v.when}. Si es urgente, una persona te atiende.`,
      usted: (v: { when: string }) =>
        `Por seguridad, después de varios intentos hay que esperar. Puede probar otra vez ${v.when}. Si es urgente, una persona le atiende.`,
    }),
    found: (v: { ending: string }) => `Gracias. Encontré la cuenta que termina en ${v.ending}.`,
    renumbered: forms({
      tu: (v: { ending: string }) => `Gracias. Tu cuenta tiene un número nuevo, que termina en ${v.ending}. Ya la encontré.`,
      vos: (v: { ending: string }) => `Gracias. Tu cuenta tiene un número nuevo, que termina en ${v.ending}. Ya la encontré.`,
      usted: (v: { ending: string }) => `Gracias. Su cuenta tiene un número nuevo, que termina en ${v.ending}. Ya la encontré.`,
    }),
    several: (v: { ending: string; count: number }) =>
      `Gracias. Encontré ${v.count} contratos a ese nombre; hablamos del que termina en ${v.ending}.`,
    other: 'Otro contrato',
    person: 'Hablar con alguien',
    seeMenu: 'Ver el menú',
  },
  {
    title: 'your home account',
    button: 'My home account',
    contract: (v) => `Of course. Type the ${v.account}. After that I ask for the account holder's ${v.document}.`,
    contractAgain: (v) => `I am looking for the ${v.account}, only its digits, as they are on your bill.`,
    documentFirst: (v) => `That looks like the ${v.document}. First I need the ${v.account}, which is on the bill.`,
    picture: (v) => `Drawing of a bill: the ${v.account} is at the top right, under the date.`,
    where: (v) => `On the bill, the ${v.account} is at the top right, under the date.`,
    noBill: 'I have no bill',
    ways: (v) => `The ${v.account} is also on the receipt of your last payment. Without it, a person helps you with your ${v.document}.`,
    document: (v) => `Thank you. Now type the account holder's ${v.document}, for example ${v.example}.`,
    noDocument: (v) => `It has to be the ${v.document} of the account holder: ask them, and I will be here. Without it, a person helps you.`,
    documentAgain: (v) => `I am looking for the account holder's ${v.document}, as it is printed. For example ${v.example}.`,
    digit: (v) => `One digit of that ${v.document} is wrong. Check it as it is printed, for example ${v.example}.`,
    foreign: (v) => `That looks like a document of ${v.of}: ${v.given}. Here I need the holder's ${v.document}, for example ${v.example}.`,
    notFound: (v) => `I found no account with those two. Check the ${v.account} on your bill and the account holder's ${v.document}.`,
    wait: (v) => `For your safety, after several tries you have to wait. You can try again ${v.when}. If it is urgent, a person can help you.`,
    found: (v) => `Thank you. I found the account ending in ${v.ending}.`,
    renumbered: (v) => `Thank you. Your account has a new number, ending in ${v.ending}. I found it.`,
    several: (v) => `Thank you. I found ${v.count} contracts in that name; we are talking about the one ending in ${v.ending}.`,
    other: 'Another contract',
    person: 'Talk to someone',
    seeMenu: 'See the menu',
  },
);

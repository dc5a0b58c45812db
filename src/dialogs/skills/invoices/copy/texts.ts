import { catalog, forms } from '../../../../domain/texts';

type Link = { month: string; until: string };

export const pdfTexts = catalog(
  {
    title: forms({ tu: 'el PDF de tu factura', vos: 'el PDF de tu factura', usted: 'el PDF de su factura' }),
    button: 'Descargar PDF',
    ready: forms({
      tu: (v: Link) => `Aquí está tu factura de ${v.month}. El enlace vale ${v.until} y solo abre en este mismo aparato.`,
      vos: (v: Link) => `Aquí está tu factura de ${v.month}. El enlace vale ${v.until} y solo abre en este mismo aparato.`,
      usted: (v: Link) => `Aquí está su factura de ${v.month}. El enlace vale ${v.until} y solo abre en este mismo aparato.`,
    }),
    readyFree: forms({
      tu: (v: Link) => `Aquí está tu factura de ${v.month}. El enlace vale ${v.until}. No lo reenvíes: se abre para quien lo tenga.`,
      vos: (v: Link) => `Aquí está tu factura de ${v.month}. El enlace vale ${v.until}. No lo reenvíes: se abre para quien lo tenga.`,
      usted: (v: Link) => `Aquí está su factura de ${v.month}. El enlace vale ${v.until}. No lo reenvíe: se abre para quien lo tenga.`,
    }),
    open: 'Abrir la factura',
    byMail: 'Mandar al correo',
    lines: 'Ver el detalle',
  },
  {
    title: 'the PDF of your bill',
    button: 'Download PDF',
    ready: (v) => `Here is your bill of ${v.month}. The link is good ${v.until} and opens on this device only.`,
    readyFree: (v) => `Here is your bill of ${v.month}. The link is good ${v.until}. Do not pass it on: it opens for whoever has it.`,
    open: 'Open the bill',
    byMail: 'Send it by e-mail',
    lines: 'See the lines',
  },
);

type Sent = { month: string; email: string };

export const mailTexts = catalog(
  {
    title: forms({ tu: 'tu factura por correo', vos: 'tu factura por correo', usted: 'su factura por correo' }),
    button: 'Mandar al correo',
    sent: forms({
      tu: (v: Sent) => `Listo. Mandé tu factura de ${v.month} a ${v.email}, el correo de tu cuenta. A veces tarda unos minutos.`,
      vos: (v: Sent) => `Listo. Mandé tu factura de ${v.month} a ${v.email}, el correo de tu cuenta. A veces tarda unos minutos.`,
      usted: (v: Sent) => `Listo. Mandé su factura de ${v.month} a ${v.email}, el correo de su cuenta. A veces tarda unos minutos.`,
    }),
    unknown: (v: Sent) => `Todavía no sé si salió el correo con la factura de ${v.month} a ${v.email}. La factura también está aquí, en PDF.`,
    refused: (v: { month: string }) => `Ahora no logro mandar la factura de ${v.month} por correo. Aquí está en PDF.`,
    noEmail: 'Esa cuenta no tiene un correo registrado. La factura está aquí en PDF, y una persona agrega el correo.',
    pdf: 'Descargar PDF',
    person: 'Hablar con alguien',
  },
  {
    title: 'your bill by e-mail',
    button: 'Send it by e-mail',
    sent: (v) => `Done. I sent your bill of ${v.month} to ${v.email}, the e-mail of your account. It may take a few minutes.`,
    unknown: (v) => `I do not know yet whether the e-mail with the bill of ${v.month} went to ${v.email}. You can also download the bill here.`,
    refused: (v) => `The bill of ${v.month} cannot be sent by e-mail now. You can download it here.`,
    noEmail: 'That account has no e-mail on file. You can download the bill here, and a person can add the e-mail.',
    pdf: 'Download PDF',
    person: 'Talk to someone',
  },
);

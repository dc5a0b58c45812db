import { catalog, forms } from '../../../../domain/texts';

export const texts = catalog(
  {
    title: 'la factura electrónica',
    button: 'Factura electrónica',
    on: forms({
      tu: (v: { email: string; whose: string }) =>
        `Desde la próxima, tu factura, ${v.whose}, llega solo por correo a ${v.email}. Ya no llega en papel. ¿Confirmas?`,
      vos: (v: { email: string; whose: string }) =>
        `Desde la próxima, tu factura, ${v.whose}, llega solo por correo a ${v.email}. Ya no llega en papel. ¿Confirmás?`,
      usted: (v: { email: string; whose: string }) =>
        `Desde la próxima, su factura, ${v.whose}, llega solo por correo a ${v.email}. Ya no llega en papel. ¿Confirma?`,
    }),
    off: forms({
      tu: (v: { email: string; whose: string }) =>
        `Hoy tu factura, ${v.whose}, llega solo por correo a ${v.email}. Desde la próxima llegaría otra vez en papel. ¿Quieres el cambio?`,
      vos: (v: { email: string; whose: string }) =>
        `Hoy tu factura, ${v.whose}, llega solo por correo a ${v.email}. Desde la próxima llegaría otra vez en papel. ¿Querés el cambio?`,
      usted: (v: { email: string; whose: string }) =>
        `Hoy su factura, ${v.whose}, llega solo por correo a ${v.email}. Desde la próxima llegaría otra vez en papel. ¿Quiere el cambio?`,
    }),
    yesOn: 'Sí, solo por correo',
    yesOff: 'Sí, en papel',
    keep: 'Dejarla así',
    doneOn: (v: { email: string }) => `Listo. La próxima factura llega solo por correo, a ${v.email}.`,
    doneOff: 'Listo. La próxima factura llega en papel.',
    refused: 'Ese cambio no se pudo hacer. La factura sigue llegando como hasta ahora.',
    unknown: 'Todavía no sé si el cambio quedó hecho. En unos minutos lo puedo revisar otra vez.',
    noEmail: 'Esa cuenta no tiene un correo registrado, y sin él no hay factura electrónica. Una persona lo agrega.',
    invoice: 'Mi factura',
    check: 'Revisar otra vez',
    person: 'Hablar con alguien',
  },
  {
    title: 'the electronic bill',
    button: 'Electronic bill',
    on: (v) => `From the next one on, your bill, ${v.whose}, comes by e-mail only, to ${v.email}. It no longer comes on paper. Do you confirm?`,
    off: (v) =>
      `Your bill, ${v.whose}, comes by e-mail only today, to ${v.email}. From the next one on it would come on paper again. Do you want that?`,
    yesOn: 'Yes, by e-mail only',
    yesOff: 'Yes, on paper',
    keep: 'Leave it as it is',
    doneOn: (v) => `Done. The next bill comes by e-mail only, to ${v.email}.`,
    doneOff: 'Done. The next bill comes on paper.',
    refused: 'That change could not be made. The bill goes on coming as it does now.',
    unknown: 'I do not know yet whether the change was made. In a few minutes I can check again.',
    noEmail: 'That account has no e-mail on file, and without it there is no electronic bill. A person can add it.',
    invoice: 'My bill',
    check: 'Check again',
    person: 'Talk to someone',
  },
);

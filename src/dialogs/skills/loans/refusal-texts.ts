import { catalog, forms } from '../../../domain/texts';

type Debt = { owed: string; day: string };

/** Why nothing is lent now, with what is missing and what can be done; and how an open debt gets paid. */
export const refusalTexts = catalog(
  {
    debtOpen: forms({
      tu: (v: Debt & { more: string }) => `Ahora no puedo darte otro adelanto: sigue pendiente uno de ${v.owed} desde ${v.day}. ${v.more}`,
      vos: (v: Debt & { more: string }) => `Ahora no puedo darte otro adelanto: sigue pendiente uno de ${v.owed} desde ${v.day}. ${v.more}`,
      usted: (v: Debt & { more: string }) => `Ahora no puedo darle otro adelanto: sigue pendiente uno de ${v.owed} desde ${v.day}. ${v.more}`,
    }),
    paidByAll: forms({
      tu: (v: { owed: string }) => `Al recargar ${v.owed} o más queda pagado y puedes pedir de nuevo.`,
      vos: (v: { owed: string }) => `Al recargar ${v.owed} o más queda pagado y podés pedir de nuevo.`,
      usted: (v: { owed: string }) => `Al recargar ${v.owed} o más queda pagado y ya es posible pedir de nuevo.`,
    }),
    paidByHalf: forms({
      tu: 'La mitad de cada recarga lo va pagando; también puedes pagarlo todo ahora y pedir de nuevo.',
      vos: 'La mitad de cada recarga lo va pagando; también podés pagarlo todo ahora y pedir de nuevo.',
      usted: 'La mitad de cada recarga lo va pagando; también es posible pagarlo todo ahora y pedir de nuevo.',
    }),
    paidByOldest: forms({
      tu: (v: { keeps: string }) =>
        `Cada recarga lo va pagando, y cada día se trata de cobrar del saldo; siempre te quedan ${v.keeps}. También puedes pagarlo todo ahora.`,
      vos: (v: { keeps: string }) =>
        `Cada recarga lo va pagando, y cada día se trata de cobrar del saldo; siempre te quedan ${v.keeps}. También podés pagarlo todo ahora.`,
      usted: (v: { keeps: string }) =>
        `Cada recarga lo va pagando, y cada día se trata de cobrar del saldo; siempre le quedan ${v.keeps}. También es posible pagarlo todo ahora.`,
    }),
    lineYoung: forms({
      tu: (v: { from: string }) =>
        `Todavía no hay adelantos para esta línea porque es nueva: los puedes pedir desde ${v.from}. Mientras, puedes recargar.`,
      vos: (v: { from: string }) =>
        `Todavía no hay adelantos para esta línea porque es nueva: los podés pedir desde ${v.from}. Mientras, podés recargar.`,
      usted: (v: { from: string }) =>
        `Todavía no hay adelantos para esta línea porque es nueva: los puede pedir desde ${v.from}. Mientras, puede recargar.`,
    }),
    lineYoungSoon: 'Todavía no hay adelantos para esta línea porque es nueva: se abren a los 60 días. Mientras, queda recargar.',
    fewTopUps: forms({
      tu: (v: { missing: number }) =>
        `Todavía no hay adelanto: falta${v.missing === 1 ? ' 1 recarga' : `n ${v.missing} recargas`} para abrirlo. Puedes recargar ahora, y ya cuenta.`,
      vos: (v: { missing: number }) =>
        `Todavía no hay adelanto: falta${v.missing === 1 ? ' 1 recarga' : `n ${v.missing} recargas`} para abrirlo. Podés recargar ahora, y ya cuenta.`,
      usted: (v: { missing: number }) =>
        `Todavía no hay adelanto: falta${v.missing === 1 ? ' 1 recarga' : `n ${v.missing} recargas`} para abrirlo. Puede recargar ahora, y ya cuenta.`,
    }),
    balanceEnough: forms({
      tu: 'Ahora no hay adelanto porque tu saldo alcanza para comprar un paquete. Cuando ya no alcance, aquí lo puedes pedir.',
      vos: 'Ahora no hay adelanto porque tu saldo alcanza para comprar un paquete. Cuando ya no alcance, aquí lo podés pedir.',
      usted: 'Ahora no hay adelanto porque su saldo alcanza para comprar un paquete. Cuando ya no alcance, aquí lo puede pedir.',
    }),
    postpaid: forms({
      tu: 'Los adelantos son para líneas de prepago, y tu línea es de un plan con factura. Puedes comprar un paquete y pagarlo en la factura.',
      vos: 'Los adelantos son para líneas de prepago, y tu línea es de un plan con factura. Podés comprar un paquete y pagarlo en la factura.',
      usted: 'Los adelantos son para líneas de prepago, y su línea es de un plan con factura. Puede comprar un paquete y pagarlo en la factura.',
    }),
    minor: forms({
      tu: 'El adelanto solo lo pide el dueño de la línea, que debe ser mayor de edad. Pídele a la persona titular que lo haga en un chat propio, o puedo decirte cuánto saldo tienes.',
      vos: 'El adelanto solo lo pide el dueño de la línea, que debe ser mayor de edad. Pedile a la persona titular que lo haga en un chat propio, o puedo decirte cuánto saldo tenés.',
      usted:
        'El adelanto solo lo puede pedir el dueño de la línea, que debe ser mayor de edad. Pídale a la persona titular que lo haga desde su chat, o puedo decirle cuánto saldo tiene.',
    }),
    limitUsed: forms({
      tu: (v: { limit: string }) => `Ahora no hay otro adelanto: ya está usado todo tu límite de ${v.limit}. Al pagar lo que debes se abre de nuevo.`,
      vos: (v: { limit: string }) =>
        `Ahora no hay otro adelanto: ya está usado todo tu límite de ${v.limit}. Al pagar lo que debés se abre de nuevo.`,
      usted: (v: { limit: string }) =>
        `Ahora no hay otro adelanto: ya está usado todo su límite de ${v.limit}. Al pagar lo que debe se abre de nuevo.`,
    }),
    nothingNow: forms({
      tu: 'Ahora no hay ningún adelanto abierto para esta línea. No se pidió ni se cobró nada. Puedes recargar o comprar un paquete.',
      vos: 'Ahora no hay ningún adelanto abierto para esta línea. No se pidió ni se cobró nada. Podés recargar o comprar un paquete.',
      usted: 'Ahora no hay ningún adelanto abierto para esta línea. No se pidió ni se cobró nada. Puede recargar o comprar un paquete.',
    }),
    down: forms({
      tu: 'Los adelantos no responden en este momento. No se pidió ni se cobró nada. Intenta en unos minutos, o puedes recargar.',
      vos: 'Los adelantos no responden en este momento. No se pidió ni se cobró nada. Intentá en unos minutos, o podés recargar.',
      usted: 'Los adelantos no responden en este momento. No se pidió ni se cobró nada. Intente en unos minutos, o puede recargar.',
    }),
  },
  {
    debtOpen: (v) => `I cannot give you another advance now: one of ${v.owed} is still open since ${v.day}. ${v.more}`,
    paidByAll: (v) => `A top-up of ${v.owed} or more pays it, and you can ask again.`,
    paidByHalf: 'Half of each top-up goes to it; you can also pay it all now and ask again.',
    paidByOldest: (v) =>
      `Each top-up goes to it, and every day it is collected from the balance; ${v.keeps} is always left. You can also pay it all now.`,
    lineYoung: (v) => `There is no advance for this line yet because it is new: you can ask from ${v.from} on. Until then you can top up.`,
    lineYoungSoon: 'There is no advance for this line yet because it is new: it opens after 60 days. Until then you can top up.',
    fewTopUps: (v) =>
      `There is no advance yet: ${v.missing} more ${v.missing === 1 ? 'top-up is' : 'top-ups are'} missing. You can top up now, and it counts.`,
    balanceEnough: 'There is no advance now because your balance is enough to buy a pack. When it no longer is, you can ask here.',
    postpaid: 'Advances are for prepaid lines, and yours has a plan with a bill. You can buy a pack and pay it with the bill.',
    minor:
      'Only the owner of the line, who must be of age, can ask for an advance. Ask the holder to do it from their own chat, or I can tell you how much balance you have.',
    limitUsed: (v) => `There is no other advance now: your whole limit of ${v.limit} is used. Once you pay what you owe, it opens again.`,
    nothingNow: 'There is no advance open for this line now. I asked for nothing and charged nothing. You can top up or buy a pack.',
    down: 'Advances do not answer at this moment. I asked for nothing and charged nothing. Try again in a few minutes, or top up.',
  },
);

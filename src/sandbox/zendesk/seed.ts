import type { DeskRow, Setting, SettingKind, User } from './rows';

/** Numbers of what is there from the first day; the rest gets later ones. */
const FIRST = { user: 7_200_000_000_001, group: 7_210_000_000_001, field: 7_220_000_000_001, macro: 7_230_000_000_001 } as const;
const EPOCH_2026 = Date.UTC(2026, 0, 1);

/** Who the API token belongs to: what this user writes with `via: api` is the bot's. */
export const API_USER = FIRST.user;
/** People at the agent desk. */
export const AGENTS = [
  { id: FIRST.user + 1, name: 'Marta Solís' },
  { id: FIRST.user + 2, name: 'Diego Paz' },
] as const;

const user = (id: number, name: string, role: User['role'], email: string): User => ({ kind: 'user', id, at: EPOCH_2026, name, role, email });

const USERS: readonly User[] = [
  user(API_USER, 'Bot', 'admin', 'bot@operator.example'),
  ...AGENTS.map(({ id, name }) => user(id, name, 'agent', `${name.split(' ')[0]?.toLowerCase()}@operator.example`)),
];

const GROUPS = ['Móvil', 'Hogar', 'Facturación', 'Billetera', 'Fraude'];

/** A macro: what the customer reads, and what happens. `push_…` tags start a flow of the bot's in the customer's chat. */
const MACROS: readonly Readonly<{ title: string; text: string; tag?: string; status?: string; priority?: string }>[] = [
  { title: 'Recarga de tienda no aplicada', text: 'Encontramos tu recarga y ya la pedimos. Entra antes de la hora que te dijimos.', status: 'hold' },
  { title: 'Aplicar pago y reconectar', text: 'Su pago ya está aplicado. Su línea vuelve en unos minutos.', tag: 'push_reconnect' },
  { title: 'Dinero sin confirmar', text: 'Todavía no hay respuesta del banco. No repitas la operación.', tag: 'no_mover_dinero', status: 'hold' },
  { title: 'Cargo no reconocido', text: 'Estamos revisando el cargo. Mientras tanto no tienes que pagar esa parte.', status: 'hold' },
  { title: 'Paga esta factura', text: 'Te dejo el botón para pagar en la página segura.', tag: 'push_pay-invoice' },
  { title: 'Reinicia el módem conmigo', text: 'Vamos a reiniciar tu módem desde aquí, toma 3 minutos.', tag: 'push_modem' },
  { title: 'Robo: IMEI y reposición', text: 'Tu línea sigue suspendida. Con tu documento te dan otro chip en cualquier tienda.' },
  { title: 'Falla masiva', text: 'Es una falla de la zona; tu caso está unido al general.' },
  { title: 'No me sirvió el artículo', text: 'Gracias por avisar; lo arreglamos.', tag: 'articulo_no_sirvio' },
  { title: 'Detractor', text: 'Leí lo que pasó. ¿Me deja llamarle o seguimos por aquí?', tag: 'detractor', priority: 'high' },
  { title: 'Reclamo formal', text: 'Su reclamo quedó registrado. Le escribimos por aquí con la respuesta.', status: 'hold' },
  { title: 'Fallecimiento', text: 'Lo sentimos mucho. Necesitamos el acta de defunción y su documento; no hay multa.' },
];

const setting = (kind: SettingKind, id: number, values: Setting['values']): Setting => ({ kind, id, at: EPOCH_2026, updatedAt: EPOCH_2026, values });

const actionsOf = ({ text, tag, status, priority }: (typeof MACROS)[number]): object[] => [
  { field: 'comment_value', value: ['channel:all', text] },
  { field: 'comment_mode_is_public', value: 'true' },
  ...(tag === undefined ? [] : [{ field: 'current_tags', value: tag }]),
  ...(status === undefined ? [] : [{ field: 'status', value: status }]),
  ...(priority === undefined ? [] : [{ field: 'priority', value: priority }]),
];

/** What an account has on its first day. Fields, trigger and webhook of the bot come with its setup. */
export const SEEDED: readonly DeskRow[] = [
  ...USERS,
  ...GROUPS.map((name, at) => setting('group', FIRST.group + at, { name })),
  ...MACROS.map((macro, at) => setting('macro', FIRST.macro + at, { title: macro.title, active: true, actions: actionsOf(macro) })),
];

import { behind, type Conversation, type Figure, type Wanted } from './api.js';
import { make, one } from './dom.js';
import { table } from './panels.js';
import { channelName, int, moment, outcomeName, topicName } from './words.js';

/** Characters of a digest that are enough to tell two apart. */
const SHORT = 10;

/** The conversations behind a figure, by digests that name nobody. */
export async function showBehind(figure: Figure, wanted: Wanted, timeZone: string): Promise<void> {
  const dialog = one('#behind', HTMLDialogElement);
  const close = make('button', { type: 'button', class: 'btn small', onclick: () => dialog.close() }, 'Close');
  const title = make('div', { class: 'row' }, make('h2', { id: 'behind-name' }, figure.name), close);
  const about = make('p', { class: 'muted small' }, figure.definition);
  dialog.replaceChildren(title, about, make('p', { role: 'status' }, 'Looking …'));
  dialog.showModal();
  const { listed, behind: total } = await behind(wanted, figure.id);
  const count = listed.length < total ? `The latest ${int(listed.length)} of ${int(total)} conversations.` : `${int(total)} conversations.`;
  const rows = listed.map((conversation) => rowOf(conversation, timeZone));
  const command = make('code', {}, `npm run outcomes -- --behind ${figure.id}`);
  dialog.replaceChildren(
    ...[title, about, make('p', { class: 'small', role: 'status' }, count)],
    table('Conversations', ['Conversation', 'Channel', 'Last word', 'Ended as', 'Matters'], rows, 'always'),
    make('p', { class: 'muted small' }, 'Ids are masked here. Who holds the keys lists them in clear with ', command, '.'),
  );
}

function rowOf({ session, channel, at, outcome, matters }: Conversation, timeZone: string): readonly (string | Node)[] {
  const [chat = '', number = ''] = session.split('.');
  const name = make('code', { title: session }, `${chat.slice(0, SHORT)}…${number.slice(-4)}`);
  const about = matters.map((matter) => `${topicName(matter.topic)}: ${outcomeName(matter.outcome)}`).join(', ');
  return [name, channelName(channel), moment(at, timeZone), outcomeName(outcome), about];
}

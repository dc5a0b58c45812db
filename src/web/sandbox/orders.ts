import type { Info, Network } from './answers.js';
import { change, order, read } from './api.js';
import { act } from './controls.js';
import { copy, make, one, toast } from './dom.js';
import { minorOf } from './format.js';

/** What the operator does at a word: its biller, a failing area, a scratch card. Returns what to do when an area failed or came back. */
export async function startOrders(info: Info): Promise<() => Promise<void>> {
  let network: Network = { areas: [], outages: [] };
  const area = one('#area', HTMLSelectElement);
  area.addEventListener('change', () => showArea(network));
  one('#biller', HTMLButtonElement).addEventListener('click', () => act(runBiller));
  one('#outage', HTMLButtonElement).addEventListener('click', () =>
    act(() => change.outage(area.value, isDown(network, area.value) ? 'resolved' : 'inProgress')),
  );
  one('#cards', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    act(() => printCard(info));
  });
  const refresh = async (): Promise<void> => {
    network = await read.network();
    const chosen = area.value;
    area.replaceChildren(...network.areas.map(({ id, name }) => make('option', { value: id, selected: id === chosen }, nameOf(network, id, name))));
    showArea(network);
  };
  await refresh();
  return refresh;
}

async function runBiller(): Promise<void> {
  const { charged } = await order.biller();
  toast(charged.length === 0 ? 'No open bill is charged by itself' : `${charged.length} ${charged.length === 1 ? 'bill' : 'bills'} sent to a card`);
}

async function printCard({ country, currency }: Info): Promise<void> {
  const { pin } = await order.scratchCard(minorOf(one('#worth', HTMLInputElement).value.trim(), currency), country);
  const shown = pin.replace(/(\d{4})(?=\d)/g, '$1 ');
  one('#pin', HTMLElement).textContent = shown;
  await copy(shown);
}

const isDown = ({ outages }: Network, area: string): boolean => outages.some((each) => each.area === area && each.status === 'inProgress');
const nameOf = (network: Network, id: string, name: string): string => (isDown(network, id) ? `${name}: out of service` : name);

function showArea(network: Network): void {
  one('#outage', HTMLButtonElement).textContent = isDown(network, one('#area', HTMLSelectElement).value) ? 'It is over' : 'Let it fail';
}

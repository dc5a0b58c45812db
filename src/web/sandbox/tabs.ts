const tabs = [...document.querySelectorAll<HTMLElement>('[role=tab]')];
const panelOf = (tab: HTMLElement): string => tab.getAttribute('aria-controls') ?? '';

/** Tabs with one tab stop: arrow keys, Home and End move between them; the address keeps the one that is open. */
export function startTabs(): void {
  for (const tab of tabs) {
    tab.addEventListener('click', () => open(tab));
    tab.addEventListener('keydown', (event) => {
      const next = { ArrowRight: index(tab) + 1, ArrowLeft: index(tab) - 1, Home: 0, End: -1 }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      const chosen = tabs.at(next % tabs.length);
      if (chosen) open(chosen).focus();
    });
  }
  const asked = tabs.find((tab) => `#/${panelOf(tab)}` === location.hash);
  if (asked) open(asked);
}

const index = (tab: HTMLElement): number => tabs.indexOf(tab);

function open(chosen: HTMLElement): HTMLElement {
  for (const tab of tabs) {
    const on = tab === chosen;
    tab.setAttribute('aria-selected', String(on));
    tab.tabIndex = on ? 0 : -1;
    const panel = document.getElementById(panelOf(tab));
    if (panel) panel.hidden = !on;
  }
  chosen.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  history.replaceState(null, '', `#/${panelOf(chosen)}`);
  return chosen;
}

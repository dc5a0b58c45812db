/**
 * Sets `data-theme` before the first paint. Loaded in the head as a blocking script (it has no imports, so it runs as a classic script too): no flash.
 * The order of say: `?theme=` in the address, then the customer's own choice, then the system. `?largeText=1` is kept as `data-large-text`.
 */
(() => {
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const query = new URLSearchParams(location.search);
  const asked = query.get('theme');

  const recall = (): string | null => {
    try {
      return localStorage.getItem('theme');
    } catch {
      return null; // storage may be refused inside a frame
    }
  };
  const remember = (theme: string): void => {
    try {
      localStorage.setItem('theme', theme);
    } catch {
      // as above: the choice then lasts as long as the page
    }
  };
  const paint = (theme: string): void => {
    root.dataset['theme'] = theme === 'dark' ? 'dark' : 'light';
  };

  let chosen = asked ?? recall();
  paint(chosen ?? (system.matches ? 'dark' : 'light'));
  if (query.get('largeText') === '1') root.dataset['largeText'] = '1';
  system.addEventListener('change', (event) => {
    if (chosen === null) paint(event.matches ? 'dark' : 'light');
  });

  const toggle = (): void => {
    chosen = root.dataset['theme'] === 'dark' ? 'light' : 'dark';
    paint(chosen);
    remember(chosen);
  };
  addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('[data-toggle-theme]').forEach((button) => button.addEventListener('click', toggle));
  });
})();

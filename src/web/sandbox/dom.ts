/** Finds one element of the page. @throws Error when the page does not have it */
export function one<T extends HTMLElement>(selector: string, kind: new () => T): T {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the page has no ${selector}`);
  return found;
}

type Attributes = Readonly<Record<string, string | boolean | ((event: Event) => void)>>;

/** Makes an element: attributes, listeners (`onclick: () => …`), and text that is never read as HTML. */
export function make(tag: string, attributes: Attributes = {}, ...children: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (typeof value === 'string') element.setAttribute(name, value);
    else element.toggleAttribute(name, value);
  }
  element.append(...children);
  return element;
}

const TOAST_MS = 2_500;
let gone: number | undefined;

/** One short line at the foot of the page, also for who listens. */
export function toast(text: string): void {
  const line = one('#toast', HTMLElement);
  line.textContent = text;
  line.className = 'on';
  clearTimeout(gone);
  gone = setTimeout(() => (line.className = ''), TOAST_MS);
}

export async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(`Copied ${text}`);
  } catch {
    // Without the right to copy the text is at least shown.
    toast(text);
  }
}

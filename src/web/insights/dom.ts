const SVG = 'http://www.w3.org/2000/svg';
type Value = string | number | boolean | ((event: Event) => void);
type Attributes = Readonly<Record<string, Value>>;

/** Finds one element of the page. @throws Error when the page does not have it */
export function one<T extends Element>(selector: string, kind: new () => T): T {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the page has no ${selector}`);
  return found;
}

function filled<T extends Element>(element: T, attributes: Attributes, children: readonly (Node | string)[]): T {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (typeof value === 'boolean') element.toggleAttribute(name, value);
    else element.setAttribute(name, String(value));
  }
  element.append(...children);
  return element;
}

/** Makes an element: attributes, listeners (`onclick: () => …`), and text that is never read as HTML. */
export const make = (tag: string, attributes: Attributes = {}, ...children: readonly (Node | string)[]): HTMLElement =>
  filled(document.createElement(tag), attributes, children);

/** The same for a part of a drawing. */
export const draw = (tag: string, attributes: Attributes = {}, ...children: readonly (Node | string)[]): SVGElement =>
  filled(document.createElementNS(SVG, tag), attributes, children);

/** A picture in its real size, told in one sentence to who does not see it. */
export const picture = (width: number, height: number, says: string, ...parts: readonly Node[]): SVGElement =>
  draw('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': says }, ...parts);

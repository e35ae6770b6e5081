/** Makes an element; texts become text nodes, so that nothing of a document is ever markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name, attributes: Readonly<Record<string, string>> = {}, ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** Sets a text only where it is another one, so that nothing is drawn or read out again without need. */
export function setText(node: Node, text: string): void {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

/** Sets an attribute, or takes it away where there is no value. */
export function setAttribute(node: Element, name: string, value: string | undefined): void {
  if (value === undefined) {
    node.removeAttribute(name);
  } else if (node.getAttribute(name) !== value) {
    node.setAttribute(name, value);
  }
}

/** Fills `{0}`, `{1}` … of a message. */
export function format(message: string, ...values: readonly (string | number)[]): string {
  return message.replace(/\{(\d+)\}/gu, (_, index: string) => String(values[Number(index)] ?? ''));
}

/** Whether no part of the page is meant: the page has the focus, and nothing in it does. */
export function isNowhere(target: EventTarget | null): boolean {
  return target === null || target === document.body || target === document.documentElement || target === document;
}

/** Fields of one line in which a page shows what is typed; buttons, boxes to tick and hidden ones hold no text of a reader's. */
const kindsWithText = new Set(['', 'text', 'number', 'tel', 'search']);

/** Whether an element is a field that shows its attribute `value`. */
export function showsValue(name: string, attributes: Readonly<Record<string, string>>): boolean {
  return name === 'input' && kindsWithText.has((attributes['type'] ?? '').trim().toLowerCase());
}

/** Whether what stands in an element, a field or a part of one, is what the field shows: of a list that is what was chosen. */
export function showsContent(name: string, attributes: Readonly<Record<string, string>>): boolean {
  return name === 'textarea' || (name === 'option' && 'selected' in attributes);
}

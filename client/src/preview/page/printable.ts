/** The form without the marks of the moment. */
export function printable(main: HTMLElement): string {
  const copy = main.cloneNode(true) as HTMLElement;
  copy.querySelectorAll('input').forEach((one) => one.remove());
  copy.querySelectorAll('.selected, .operand, .editing').forEach((one) => one.classList.remove('selected', 'operand', 'operand-broken', 'editing'));
  return copy.outerHTML;
}

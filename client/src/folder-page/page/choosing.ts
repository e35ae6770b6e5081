import { option } from './filtering.ts';

/** Puts a choice above figures of which one is shown at a time. */
export function makeChoosable(group: HTMLElement): void {
  const figures = [...group.querySelectorAll<HTMLElement>(':scope > figure')];
  if (figures.length < 2) {
    return;
  }
  const select = document.createElement('select');
  select.append(...figures.map((figure, at) => option(figure.dataset['name'] ?? '', String(at))));
  select.selectedIndex = figures.findIndex(({ hidden }) => !hidden);
  select.addEventListener('input', () => figures.forEach((figure, at) => {
    figure.hidden = at !== select.selectedIndex;
  }));
  const label = document.createElement('label');
  label.className = 'choice';
  label.append(group.dataset['choice'] ?? '', select);
  group.prepend(label);
}

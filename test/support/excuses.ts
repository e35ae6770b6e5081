/** Damage to a layout after which more may be said than a careful reader would, or a row be passed over; never is a figure read wrong. */
export interface Excuse {
  readonly damage: string;
  readonly layout: string;
  /** Why nothing in the text tells it, or too little. */
  readonly reason: string;
}

/** All of them; the measurement of quality lists those that were needed, and fails on any other flaw. */
const excuses: readonly Excuse[] = [
  { damage: 'the head of a page between two rows', layout: 'paragraphs between bars', reason: 'The line has the form of another report\'s title, and ends this one and its table.' },
];

export function excuseFor(damage: string, layout: string): Excuse | undefined {
  return excuses.find((one) => one.damage === damage && one.layout === layout);
}

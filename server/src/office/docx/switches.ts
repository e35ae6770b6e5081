import type { XmlElement } from '../xml.ts';

/** Whether a property that is switched is on; undefined where nothing is said of it. */
export function saidBy(element: XmlElement | undefined): boolean | undefined {
  return element && isOn(element.attributes['w:val'], true);
}

/** ST_OnOff (ECMA-376-1, 22.9.2.7). */
export function isOn(value: string | undefined, absent: boolean): boolean {
  return value === undefined ? absent : value !== '0' && value !== 'false' && value !== 'off';
}

import type { RefusalReason } from '../office-text.ts';
import { child, elements, isElement, type XmlElement } from '../xml.ts';
import { isContentsCode } from './fields.ts';
import { isOn } from './switches.ts';

/** What stands against changing some content. */
export interface Hold {
  readonly reason: RefusalReason;
  /** The content only says what is to be written there, and is no text. */
  readonly hides?: true;
}

/** What is found when an element around content is opened. */
interface Opened {
  readonly container: XmlElement;
  readonly hold: Hold | undefined;
}

/** Elements around content that show what they hold. */
const transparent: ReadonlySet<string> = new Set(['w:hyperlink', 'w:smartTag', 'w:customXml', 'w:dir', 'w:bdo', 'w:ruby', 'w:rubyBase']);

/** The content of an element that only stands around it; undefined for one that shows nothing, or is content itself. */
export function openWrapper(element: XmlElement, hold: Hold | undefined): Opened | undefined {
  switch (element.name) {
    case 'w:ins':
    case 'w:moveTo': return { container: element, hold: hold ?? { reason: 'tracked-change' } };
    case 'w:fldSimple': return isContentsCode(element.attributes['w:instr'] ?? '') ? undefined : { container: element, hold: hold ?? { reason: 'computed' } };
    case 'w:sdt': return openControl(element, hold);
    case 'mc:AlternateContent': {
      const choice = child(element, 'mc:Choice') ?? child(element, 'mc:Fallback');
      return choice && { container: choice, hold };
    }
    default: return transparent.has(element.name) ? { container: element, hold } : undefined;
  }
}

/** A content control; undefined for a table of contents. */
function openControl(element: XmlElement, hold: Hold | undefined): Opened | undefined {
  const properties = child(element, 'w:sdtPr');
  const gallery = child(child(properties, 'w:docPartObj'), 'w:docPartGallery')?.attributes['w:val'];
  const container = child(element, 'w:sdtContent');
  if (container === undefined || gallery === 'Table of Contents') {
    return undefined;
  }
  const holds = child(properties, 'w:lock')?.attributes['w:val'] ?? '';
  if (isPlaceholder(properties)) {
    return { container, hold: { reason: 'locked', hides: true } };
  }
  const isLocked = /contentLocked/iu.test(holds) || ['w:dataBinding', 'w15:dataBinding'].some((name) => child(properties, name) !== undefined);
  return { container, hold: hold ?? (isLocked ? { reason: 'locked' } : undefined) };
}

/** Whether a content control shows what is to be written there and nothing else. */
function isPlaceholder(properties: XmlElement | undefined): boolean {
  const shown = child(properties, 'w:showingPlcHdr');
  return shown !== undefined && isOn(shown.attributes['w:val'], true);
}

/** An element of that name, within content controls and the like as well, with what stands against changing it. */
export function within(container: XmlElement, name: string, hold: Hold | undefined): { element: XmlElement; hold: Hold | undefined }[] {
  return elements(container).flatMap((element) => {
    if (element.name === name) {
      return [{ element, hold }];
    }
    const opened = openWrapper(element, hold);
    return opened === undefined ? [] : within(opened.container, name, opened.hold);
  });
}

/** Whether a picture or an object stands in the element, at any depth but in no text box. */
export function holdsPicture(element: XmlElement): boolean {
  return element.name === 'pic:pic' || element.name === 'v:imagedata' || element.name === 'w:object'
    || (element.name !== 'w:txbxContent' && element.children.some((node) => isElement(node) && holdsPicture(node)));
}

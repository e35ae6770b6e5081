/** An element with its places in the source; names have the prefix that ECMA-376 gives their namespace, whatever the source calls it. */
export interface XmlElement {
  readonly name: string;
  /** As the source has it, with its prefix. */
  readonly rawName: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Of the whole element. */
  readonly start: number;
  readonly end: number;
  /** Between the tags; both are `end` where the element is one empty tag. */
  readonly inner: { readonly start: number; readonly end: number };
  readonly isEmptyTag: boolean;
}

/** Text with references resolved, and its place. */
interface XmlText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type XmlNode = XmlElement | XmlText;

export function isElement(node: XmlNode): node is XmlElement {
  return 'name' in node;
}

/** XML that cannot be read: not well-formed, cut off, or made to exhaust memory. */
export class XmlError extends Error {}

export function elements(node: XmlElement): XmlElement[] {
  return node.children.filter(isElement);
}

/** The first child of that name. */
export function child(node: XmlElement | undefined, name: string): XmlElement | undefined {
  return node?.children.find((each): each is XmlElement => isElement(each) && each.name === name);
}

/** The text right in an element, without that of its children. */
export function textOf(element: XmlElement | undefined): string {
  return (element?.children ?? []).map((node) => (isElement(node) ? '' : node.text)).join('');
}

/** The prefix that the source gives to the namespace of an element, with its colon. */
export function prefixOf({ rawName }: XmlElement): string {
  return rawName.slice(0, rawName.lastIndexOf(':') + 1);
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '');
}

/** A text as the value of an attribute in double quotation marks. */
export function escapeAttribute(text: string): string {
  return escapeXml(text).replaceAll('"', '&quot;');
}

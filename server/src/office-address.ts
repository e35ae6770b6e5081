/** The scheme of documents that show the text of an office file. */
export const officeScheme = 'disclosure-report';

const address = /^([a-z][a-z\d+.-]*):(?:\/\/([^/?#]*))?(\/[^?#]*)/iu;

/** Whether a document shows the text of an office file. */
export function isOfficeText(documentUri: string): boolean {
  return documentUri.startsWith(`${officeScheme}:`);
}

/**
 * The address of the document that shows the text of an office file. Path and name are the file's own; scheme and authority
 * make its authority, in which nothing but small letters lasts.
 */
export function officeUri(fileUri: string): string {
  const [, scheme = '', authority = '', path = ''] = address.exec(fileUri) ?? [];
  return `${officeScheme}://${scheme}${authority === '' ? '' : `~${toHex(authority)}`}${path}`;
}

/** The file that a document is of: of one that shows the text of an office file that file, else its own. */
export function fileUriOf(documentUri: string): string {
  const [, scheme, authority = '', path = ''] = address.exec(documentUri) ?? [];
  if (scheme !== officeScheme) {
    return documentUri;
  }
  const [fileScheme = '', hex = ''] = authority.split('~');
  return `${fileScheme}:${hex !== '' || fileScheme === 'file' ? `//${fromHex(hex)}` : ''}${path}`;
}

function toHex(text: string): string {
  return Array.from(text, (character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('');
}

function fromHex(hex: string): string {
  return (hex.match(/.{4}/gu) ?? []).map((code) => String.fromCharCode(Number.parseInt(code, 16))).join('');
}

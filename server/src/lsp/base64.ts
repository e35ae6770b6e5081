/** So many bytes become arguments of one call. */
const atOnce = 0x2000;

/** Bytes as they go over the wire, in messages that are JSON. */
export function toBase64(bytes: Uint8Array): string {
  let characters = '';
  for (let at = 0; at < bytes.length; at += atOnce) {
    characters += String.fromCharCode(...bytes.subarray(at, at + atOnce));
  }
  return btoa(characters);
}

/** @throws where the text is no Base64 */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
